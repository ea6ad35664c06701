package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.offsite.EventName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket may say besides goods and money.
 *
 * @param customer who buys, null when nobody said
 * @param exemption why no tax is charged, for example a certificate's number; null when it is
 * @param charges besides goods
 * @param document what the ticket does to a document, null for nothing
 * @param event the event it was sold at, null in the shop
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TicketParticulars(
    @Nullable CustomerName customer,
    @Nullable String exemption,
    List<Charge> charges,
    @Nullable DocumentStep document,
    @Nullable EventName event) {

  public static final TicketParticulars NONE =
      new TicketParticulars(null, null, List.of(), null, null);

  public TicketParticulars {
    charges = charges == null ? List.of() : List.copyOf(charges);
  }

  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }

  public TicketParticulars forCustomer(@Nullable CustomerName who) {
    return new TicketParticulars(who, exemption, charges, document, event);
  }

  public TicketParticulars exempt(@Nullable String reason) {
    return new TicketParticulars(customer, reason, charges, document, event);
  }

  public TicketParticulars charging(Charge charge) {
    List<Charge> more = new ArrayList<>(charges);
    more.add(charge);
    return new TicketParticulars(customer, exemption, more, document, event);
  }

  /** Without the charge at this place, counted from 1. */
  public TicketParticulars withoutCharge(int number) {
    List<Charge> fewer = new ArrayList<>(charges);
    fewer.remove(number - 1);
    return new TicketParticulars(customer, exemption, fewer, document, event);
  }

  public TicketParticulars stepping(@Nullable DocumentStep step) {
    return new TicketParticulars(customer, exemption, charges, step, event);
  }

  public TicketParticulars at(@Nullable EventName where) {
    return new TicketParticulars(customer, exemption, charges, document, where);
  }
}
