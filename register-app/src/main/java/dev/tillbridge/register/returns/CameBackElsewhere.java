package dev.tillbridge.register.returns;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What came back of a ticket beyond what this lane's own fold has of it. */
final class CameBackElsewhere {

  private CameBackElsewhere() {}

  /**
   * @param unsent what came back here and HQ did not confirm
   * @param folded what came back here, all of it
   */
  static List<Returned> of(Answer.TicketFound found, List<Returned> unsent, List<Returned> folded) {
    List<Returned> elsewhere = new ArrayList<>();
    for (TicketLine line : found.ticket().lines()) {
      Returned none =
          new Returned(
              found.ticket().number(),
              line.number(),
              BigDecimal.ZERO,
              Money.zero(line.amount().getCurrencyUnit()));
      Returned all = plus(plus(none, found.returned(), 1), unsent, 1);
      Returned beyond = plus(all, folded, -1);
      if (beyond.quantity().signum() > 0) {
        elsewhere.add(beyond);
      }
    }
    return elsewhere;
  }

  private static Returned plus(Returned sum, List<Returned> more, int sign) {
    Returned all = sum;
    for (Returned each : more) {
      if (each.ticket().equals(sum.ticket()) && each.line() == sum.line()) {
        all =
            new Returned(
                all.ticket(),
                all.line(),
                all.quantity().add(each.quantity().multiply(BigDecimal.valueOf(sign))),
                all.amount().plus(each.amount().multipliedBy(sign)));
      }
    }
    return all;
  }
}
