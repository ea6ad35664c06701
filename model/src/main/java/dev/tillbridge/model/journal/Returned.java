package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much of a ticket's line has come back at this register.
 *
 * @param quantity above zero
 * @param amount given back for it, above or equal to zero
 * @param tax that went back with it, on top of the amount or in it; null when it was not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Returned(
    String ticket, int line, BigDecimal quantity, Money amount, @Nullable Money tax) {

  /** Its tax was not told. */
  public Returned(String ticket, int line, BigDecimal quantity, Money amount) {
    this(ticket, line, quantity, amount, null);
  }

  /** What a line of a ticket took back; the line names the receipt. */
  public static Returned by(TicketLine line, ReturnedFrom from) {
    Money tax = from.tax();
    return new Returned(
        Objects.requireNonNull(from.ticket(), "goods without a receipt came from no ticket"),
        from.line(),
        line.quantity().negate(),
        line.amount().negated(),
        tax == null ? null : tax.negated());
  }

  /** With more of the same line. */
  public Returned plus(Returned more) {
    return new Returned(
        ticket,
        line,
        quantity.add(more.quantity),
        amount.plus(more.amount),
        tax == null || more.tax == null ? null : tax.plus(more.tax));
  }

  /** Without that part of it, which is counted elsewhere. */
  public Returned minus(Returned part) {
    return plus(
        new Returned(
            part.ticket,
            part.line,
            part.quantity.negate(),
            part.amount.negated(),
            part.tax == null ? null : part.tax.negated()));
  }
}
