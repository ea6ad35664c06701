package dev.tillbridge.register.screen;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.screens.words.MoneyWords;
import java.math.BigDecimal;
import java.util.List;

/** Sentences about tickets. */
public final class TicketWords {

  private TicketWords() {}

  /** How many pieces the lines come to; a weighed line counts as one. */
  public static String items(List<TicketLine> lines) {
    BigDecimal pieces =
        lines.stream()
            .map(line -> line.quantity().abs())
            .map(each -> each.stripTrailingZeros().scale() > 0 ? BigDecimal.ONE : each)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return MoneyWords.of(pieces) + (pieces.compareTo(BigDecimal.ONE) == 0 ? " item" : " items");
  }

  /** How the last ticket was paid. */
  public static String settled(LaneView.Last last) {
    boolean cash = last.tenders().stream().allMatch(Tender.Cash.class::isInstance);
    if (last.kind() == TicketKind.RETURN && !cash) {
      return "for goods brought back";
    }
    if (last.kind() == TicketKind.RETURN) {
      return "in cash, for goods brought back";
    }
    return "%s received for %s"
        .formatted(MoneyWords.of(last.tendered()), MoneyWords.of(last.total()));
  }
}
