package dev.tillbridge.register.returns;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
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
      Money none = Money.zero(line.amount().getCurrencyUnit());
      Returned nothing =
          new Returned(found.ticket().number(), line.number(), BigDecimal.ZERO, none, none);
      Returned all =
          of(nothing, Stream.concat(found.returned().stream(), unsent.stream()), Returned::plus);
      Returned beyond = of(all, folded.stream(), Returned::minus);
      if (beyond.quantity().signum() > 0) {
        elsewhere.add(beyond);
      }
    }
    return elsewhere;
  }

  private static Returned of(
      Returned before, Stream<Returned> others, BinaryOperator<Returned> combined) {
    Returned all = before;
    for (Returned each : others.toList()) {
      if (each.ticket().equals(before.ticket()) && each.line() == before.line()) {
        all = combined.apply(all, each);
      }
    }
    return all;
  }
}
