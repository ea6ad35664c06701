package dev.tillbridge.register.screen;

import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.receipt.QuantityWords;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Sentences about prices and what is taken off them. */
public final class PriceWords {

  private static final String NO_BREAK = "\u00a0";

  private PriceWords() {}

  /** What follows the quantity, {@code kg × £1.99}; it breaks before the times sign only. */
  public static String times(TicketLine line, LaneView.Open ticket, Words words) {
    String unit = QuantityWords.unit(line, ticket.units());
    String counted = unit == null ? "" : NO_BREAK + unit;
    return counted + " ×" + NO_BREAK + words.money(line.unitPrice());
  }

  /** What a discount takes off, with its sign. */
  private static String off(LineDiscount discount, Words words) {
    return words.money(discount.amount().negated());
  }

  /** Why a line costs what it costs. */
  public static String why(TicketLine line, LaneView.Open ticket, Words words) {
    List<String> facts = new ArrayList<>();
    PricingContext asked = ticket.pricing();
    facts.add(
        asked == null
            ? words.of(Word.WHY_BOOK, Long.toString(ticket.priceBook()))
            : words.of(
                Word.WHY_BOOK_ASKED,
                Long.toString(ticket.priceBook()),
                words.moment(asked.moment()),
                asked.zone() == null
                    ? words.of(Word.WHY_NO_ZONE)
                    : words.of(Word.WHY_ZONE, asked.zone())));
    PriceBasis basis = line.basis();
    if (basis != null) {
      facts.add(basis(basis, words));
    }
    if (line.override() != null) {
      facts.add(
          words.of(
              Word.WHY_CHANGED,
              words.money(line.override().bookPrice()),
              line.override().reason()));
    }
    line.discounts().forEach(discount -> facts.add(discount(discount, words)));
    return String.join(" ", facts);
  }

  private static String basis(PriceBasis basis, Words words) {
    if (basis.event() != null) {
      return words.of(Word.WHY_EVENT, basis.event());
    }
    String carried =
        switch (basis.embedded()) {
          case null -> "";
          case EmbeddedBarcode.Carries.PRICE -> words.of(Word.WHY_LABEL_PRICE) + " ";
          case EmbeddedBarcode.Carries.WEIGHT -> words.of(Word.WHY_LABEL_WEIGHT) + " ";
        };
    String where =
        basis.zone() == null
            ? words.of(Word.WHY_EVERYWHERE)
            : words.of(Word.WHY_OF_ZONE, basis.zone());
    return carried + where + since(basis.from(), words) + ".";
  }

  private static String since(@Nullable LocalDateTime from, Words words) {
    return from == null ? "" : words.of(Word.WHY_SINCE, words.moment(from));
  }

  private static String discount(LineDiscount discount, Words words) {
    String promotion = discount.promotion();
    return promotion == null
        ? words.of(Word.WHY_BY_HAND, off(discount, words), discount.name())
        : words.of(Word.WHY_PROMOTION, promotion, off(discount, words), discount.name());
  }

  /** What promotions take off the open ticket. */
  static Money promotions(LaneView view) {
    return view.ticket().lines().stream()
        .flatMap(line -> line.discounts().stream())
        .filter(discount -> !discount.isManual())
        .map(LineDiscount::amount)
        .reduce(Money.zero(view.currency()), Money::plus);
  }
}
