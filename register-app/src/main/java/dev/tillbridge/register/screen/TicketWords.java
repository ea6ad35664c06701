package dev.tillbridge.register.screen;

import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.screens.words.MoneyWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Where goods that come back were bought, and why they come. */
  public static String back(ReturnedFrom from) {
    return from.ticket() == null
        ? "no receipt: " + from.reason()
        : "from %s, line %d: %s".formatted(from.ticket(), from.line(), from.reason());
  }

  /** How the last ticket was paid. */
  public static String settled(LaneView.Last last) {
    if (last.total().isNegative()) {
      return last.tenders().stream()
              .map(TenderWords::of)
              .distinct()
              .collect(Collectors.joining(", "))
          + ", for goods brought back";
    }
    if (last.total().isZero()) {
      return "nothing to pay and nothing to give back";
    }
    return "%s received for %s"
        .formatted(MoneyWords.of(last.tendered()), MoneyWords.of(last.total()));
  }
}
