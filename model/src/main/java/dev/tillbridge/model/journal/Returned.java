package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.ticket.LineTaxes;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much of a ticket's line has come back at this register.
 *
 * @param quantity above zero
 * @param amount given back for it, above or equal to zero
 * @param tax that was posted with it, on top of the amount or in it; null in what older programs
 *     wrote down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Returned(
    String ticket, int line, BigDecimal quantity, Money amount, @Nullable Money tax) {

  /** Its tax is not known. */
  public Returned(String ticket, int line, BigDecimal quantity, Money amount) {
    this(ticket, line, quantity, amount, null);
  }

  /**
   * What the lines of a ticket took back from receipts. A line that does not tell its tax has what
   * its rate made of it on that ticket.
   */
  public static List<Returned> in(List<TicketLine> lines) {
    List<Returned> back = new ArrayList<>();
    for (TicketLine line : lines) {
      ReturnedFrom from = line.returned();
      if (from != null && from.ticket() != null) {
        back.add(
            new Returned(
                from.ticket(),
                from.line(),
                line.quantity().negate(),
                line.amount().negated(),
                LineTaxes.of(lines, line.number()).negated()));
      }
    }
    return back;
  }
}
