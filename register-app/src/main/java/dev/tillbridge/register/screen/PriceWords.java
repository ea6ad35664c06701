package dev.tillbridge.register.screen;

import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.receipt.QuantityWords;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.MoneyWords;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Sentences about prices and what is taken off them. */
public final class PriceWords {

  private static final String NO_BREAK = "\u00a0";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  private PriceWords() {}

  /** What follows the quantity, {@code kg × £1.99}; it breaks before the times sign only. */
  public static String times(TicketLine line, LaneView.Open ticket, Words words) {
    String unit = QuantityWords.unit(line, ticket.units());
    String counted = unit == null ? "" : NO_BREAK + unit;
    return counted + " ×" + NO_BREAK + words.money(line.unitPrice());
  }

  /** What a discount takes off, with its sign. */
  public static String off(LineDiscount discount) {
    return MoneyWords.of(discount.amount().negated());
  }

  /** Why a line costs what it costs. */
  public static String why(TicketLine line, LaneView.Open ticket) {
    List<String> facts = new ArrayList<>();
    PricingContext asked = ticket.pricing();
    facts.add(
        asked == null
            ? "Price book %d.".formatted(ticket.priceBook())
            : "Price book %d, asked for %s, %s."
                .formatted(
                    ticket.priceBook(),
                    MOMENT.format(asked.moment()),
                    asked.zone() == null ? "no price zone" : "price zone " + asked.zone()));
    PriceBasis basis = line.basis();
    if (basis != null) {
      facts.add(basis(basis));
    }
    if (line.override() != null) {
      facts.add(
          "Changed by hand from %s: %s."
              .formatted(MoneyWords.of(line.override().bookPrice()), line.override().reason()));
    }
    line.discounts().forEach(discount -> facts.add(discount(discount)));
    return String.join(" ", facts);
  }

  private static String basis(PriceBasis basis) {
    if (basis.event() != null) {
      return "The price of event " + basis.event() + "; promotions leave it alone.";
    }
    String carried =
        switch (basis.embedded()) {
          case null -> "";
          case EmbeddedBarcode.Carries.PRICE -> "The label says the price. ";
          case EmbeddedBarcode.Carries.WEIGHT -> "The label says the weight. ";
        };
    String where =
        basis.zone() == null ? "The price everywhere" : "The price of zone " + basis.zone();
    return carried + where + since(basis.from()) + ".";
  }

  private static String since(@Nullable LocalDateTime from) {
    return from == null ? "" : ", since " + MOMENT.format(from);
  }

  private static String discount(LineDiscount discount) {
    return discount.isManual()
        ? "By hand %s: %s.".formatted(off(discount), discount.name())
        : "Promotion %s %s: %s.".formatted(discount.promotion(), off(discount), discount.name());
  }

  /** What a coupon or a customer group changed, for the clerk. */
  static String cheaper(String what, LaneView view) {
    Money saved =
        view.ticket().lines().stream()
            .flatMap(line -> line.discounts().stream())
            .filter(discount -> !discount.isManual())
            .map(LineDiscount::amount)
            .reduce(Money.zero(view.currency()), Money::plus);
    return saved.isPositive()
        ? "%s counts. Promotions on this ticket: %s.".formatted(what, MoneyWords.of(saved))
        : what + " counts, and nothing on this ticket is cheaper by it yet.";
  }
}
