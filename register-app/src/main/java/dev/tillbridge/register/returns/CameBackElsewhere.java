package dev.tillbridge.register.returns;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came back of a ticket beyond what this lane's own fold has of it. */
final class CameBackElsewhere {

  private CameBackElsewhere() {}

  /**
   * @param unsent what came back here and HQ did not confirm
   * @param folded what came back here, all of it
   */
  static List<Returned> of(Answer.TicketFound found, List<Returned> unsent, List<Returned> folded) {
    List<Returned> all = Stream.concat(found.returned().stream(), unsent.stream()).toList();
    List<Returned> elsewhere = new ArrayList<>();
    for (TicketLine line : found.ticket().lines()) {
      CameBack beyond = CameBack.of(found.ticket(), line.number(), all);
      for (Returned own : folded) {
        beyond = beyond.without(own);
      }
      if (beyond.quantity().signum() > 0) {
        elsewhere.add(beyond.told());
      }
    }
    return elsewhere;
  }
}
