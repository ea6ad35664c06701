package dev.tillbridge.register.screen;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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

  /** Where goods that come back were bought, and why they come. */
  public static String back(ReturnedFrom from, Words words) {
    return from.ticket() == null
        ? words.of(Word.BACK_NO_RECEIPT, from.reason())
        : words.of(Word.BACK_FROM, from.ticket(), Integer.toString(from.line()), from.reason());
  }

  /** How the last ticket was paid. */
  public static String settled(LaneView.Last last, Words words) {
    if (last.total().isNegative()) {
      return last.tenders().stream()
              .map(tender -> TenderWords.of(tender, words))
              .distinct()
              .collect(Collectors.joining(", "))
          + ", "
          + words.of(Word.GIVEN_BACK_FOR);
    }
    if (last.total().isZero()) {
      return words.of(Word.NOTHING_TO_PAY);
    }
    Money before = paidBefore(last.tenders(), last.total().getCurrencyUnit());
    String received = words.money(last.tendered().minus(before));
    return before.isZero()
        ? words.of(Word.RECEIVED_FOR, received, words.money(last.total()))
        : words.of(
            Word.RECEIVED_AND_BEFORE, received, words.money(last.total()), words.money(before));
  }

  private static Money paidBefore(List<Tender> tenders, CurrencyUnit currency) {
    return tenders.stream()
        .filter(Tender.Deposit.class::isInstance)
        .map(Tender::amount)
        .reduce(Money.zero(currency), Money::plus);
  }
}
