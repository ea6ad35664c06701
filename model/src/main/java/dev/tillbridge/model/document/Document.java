package dev.tillbridge.model.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document at one revision.
 *
 * @param number printed on it, for example {@code S01-R07-D12}; made by the register that began it
 * @param revision 1 at first, one more with each change and each payment
 * @param label what the clerk calls it, null for nothing
 * @param lines as they were priced; empty for a document whose lines another register knows
 * @param priceBook version they were priced with
 * @param total of the lines, with tax
 * @param paid on it so far, less what was given back
 * @param due last day of a quote, pick-up day of an order, null for none
 * @param schedule of a layaway
 * @param reference what another system calls it, null for nothing
 * @param pricing with what the price book was asked, null when not recorded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Document(
    String number,
    DocumentKind kind,
    DocumentState state,
    long revision,
    @Nullable CustomerName customer,
    @Nullable String label,
    List<TicketLine> lines,
    long priceBook,
    Money total,
    Money paid,
    @Nullable LocalDate due,
    List<Instalment> schedule,
    @Nullable String reference,
    @Nullable PricingContext pricing) {

  public Document {
    Objects.requireNonNull(number, "number is missing");
    Objects.requireNonNull(kind, "kind is missing");
    Objects.requireNonNull(state, "state is missing");
    Objects.requireNonNull(total, "total is missing");
    Objects.requireNonNull(paid, "paid is missing");
    lines = lines == null ? List.of() : List.copyOf(lines);
    schedule = schedule == null ? List.of() : List.copyOf(schedule);
    if (revision < 1) {
      throw new IllegalArgumentException(
          "Document " + number + ": revisions count from 1; got " + revision + ".");
    }
    if (paid.isNegative()) {
      throw new IllegalArgumentException(
          "Document " + number + ": what was paid is never negative; got " + paid + ".");
    }
  }

  @JsonIgnore
  public boolean isOpen() {
    return state == DocumentState.OPEN;
  }

  /** Whether it was just made of the ticket in hand, which ended with it. */
  @JsonIgnore
  public boolean isBegun() {
    return revision == 1;
  }

  /** What is still to be paid. */
  @JsonIgnore
  public Money balance() {
    return total.minus(paid);
  }

  /** One revision on, with this much more paid; negative when given back. */
  public Document paying(Money amount) {
    return new Document(
        number,
        kind,
        state,
        revision + 1,
        customer,
        label,
        lines,
        priceBook,
        total,
        paid.plus(amount),
        due,
        schedule,
        reference,
        pricing);
  }

  /** One revision on, in this state. */
  public Document in(DocumentState next) {
    return new Document(
        number,
        kind,
        next,
        revision + 1,
        customer,
        label,
        lines,
        priceBook,
        total,
        paid,
        due,
        schedule,
        reference,
        pricing);
  }
}
