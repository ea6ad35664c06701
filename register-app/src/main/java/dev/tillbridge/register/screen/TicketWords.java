package dev.tillbridge.register.screen;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.util.List;

/** Sentences about tickets. */
public final class TicketWords {

  private TicketWords() {}

  /** How many lines there are and how many pieces; a weighed line counts as one. */
  public static String items(List<TicketLine> lines, Words words) {
    BigDecimal pieces =
        lines.stream()
            .map(line -> line.quantity().abs())
            .map(each -> each.stripTrailingZeros().scale() > 0 ? BigDecimal.ONE : each)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return words.of(Word.LINES_AND_ITEMS, lines.size(), pieces.intValueExact());
  }

  /** How the last ticket was paid. */
  public static String settled(LaneView.Last last, Words words) {
    boolean cash = last.tenders().stream().allMatch(Tender.Cash.class::isInstance);
    if (last.total().isNegative()) {
      return words.of(cash ? Word.PAID_OUT_FOR : Word.GIVEN_BACK_FOR);
    }
    return words.of(Word.RECEIVED_FOR, words.money(last.tendered()), words.money(last.total()));
  }
}
