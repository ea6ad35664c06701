package dev.tillbridge.register.returns;

import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/**
 * A line of a receipt, and what of it may still come back.
 *
 * @param left nought when nothing may
 * @param paid for all of it
 */
public record ReturnChoice(TicketLine line, BigDecimal left, Money paid) {

  /**
   * Every line of a ticket.
   *
   * @param onTicket lines of the open ticket
   * @param elsewhere what came back of it and is not in this lane's own fold
   */
  public static List<ReturnChoice> of(
      Ticket sold, List<TicketLine> onTicket, OpenMatters open, List<Returned> elsewhere) {
    return sold.lines().stream()
        .map(line ->
            new ReturnChoice(
                line,
                line.quantity().signum() < 0
                    ? BigDecimal.ZERO
                    : BringBack.cameBack(sold, line.number(), onTicket, open, elsewhere).left(),
                line.amount()))
        .toList();
  }
}
