package dev.tillbridge.model.pricing;

import static dev.tillbridge.model.pricing.ExampleBook.money;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricing.ExampleText.Example;
import dev.tillbridge.model.pricing.ExampleText.Line;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A worked example, read: what is asked of which book, and what is expected. */
final class ExampleBasket {

  private static final String BY_HAND = "by hand";

  private final List<BookValue> values;
  private final List<Line> rung = new ArrayList<>();
  private final Map<String, Money> off = new TreeMap<>();
  private final Map<String, Money> costs = new TreeMap<>();
  private final Map<String, Money> taxes = new TreeMap<>();
  private final List<String> coupons = new ArrayList<>();
  private LocalDateTime moment = LocalDateTime.of(2026, 11, 23, 10, 0);
  private TicketKind kind = TicketKind.SALE;
  private @Nullable String zone;
  private @Nullable String group;
  private @Nullable Money total;

  ExampleBasket(List<BookValue> book, Example example) {
    values = new ArrayList<>(book);
    for (Line line : example.lines()) {
      try {
        read(line);
      } catch (RuntimeException e) {
        throw line.wrong(String.valueOf(e.getMessage()));
      }
    }
    if (total == null || rung.isEmpty()) {
      throw example.name().wrong("an example needs something rung and a total");
    }
  }

  private void read(Line line) {
    String[] words = line.words();
    switch (words[0]) {
      case "promotion" -> values.add(ExamplePromotion.of(line.text().substring(10)));
      case "at" -> moment = LocalDateTime.parse(words[1] + "T" + words[2]);
      case "in" -> zone = words[1];
      case "coupon" -> coupons.add(words[1]);
      case "group" -> group = words[1];
      case "return" -> kind = TicketKind.RETURN;
      case "off" ->
          off.put(
              line.text().startsWith("off by hand") ? BY_HAND : words[1],
              money(words[words.length - 1]));
      case "costs" -> costs.put(words[1], money(words[2]));
      case "tax" -> taxes.put(words[1], money(words[2]));
      case "total" -> total = money(words[1]);
      default -> rung.add(line);
    }
  }

  /** By promotion code or {@code by hand}; what is not named takes off nothing. */
  Map<String, Money> off() {
    return off;
  }

  Map<String, Money> costs() {
    return costs;
  }

  Map<String, Money> taxes() {
    return taxes;
  }

  Money total() {
    return total == null ? Money.zero(CurrencyUnit.GBP) : total;
  }

  TicketPricer pricer() {
    Manifest manifest = new Manifest(1, Instant.EPOCH, "examples", "GBP", values.size(), "");
    return new TicketPricer(new BookInMemory(manifest, values));
  }

  PricingContext context() {
    return new PricingContext(moment, zone, coupons, group);
  }

  /** What was rung, before it is priced as a ticket. */
  List<TicketLine> lines(TicketPricer pricer) {
    List<TicketLine> lines = new ArrayList<>();
    for (Line line : rung) {
      try {
        lines.add(line(pricer, line.words()).numbered(lines.size() + 1));
      } catch (RuntimeException e) {
        throw line.wrong(String.valueOf(e.getMessage()));
      }
    }
    return lines;
  }

  private TicketLine line(TicketPricer pricer, String[] words) {
    BigDecimal quantity = new BigDecimal(words[0]);
    BigDecimal signed = kind == TicketKind.SALE ? quantity : quantity.negate();
    TicketLine plain =
        pricer
            .line(words[1], signed, context())
            .orElseThrow(() -> new IllegalArgumentException("the book has no " + words[1]));
    Money price = plain.unitPrice();
    PriceOverride override = null;
    List<LineDiscount> byHand = new ArrayList<>();
    for (int i = 2; i < words.length; i += 2) {
      switch (words[i]) {
        case "at" -> {
          override = new PriceOverride(plain.unitPrice(), "by hand");
          price = money(words[i + 1]);
        }
        case "less" -> {
          Money less = money(words[i + 1]).multipliedBy(signed.signum());
          byHand.add(new LineDiscount(null, BY_HAND, less));
        }
        default -> throw new IllegalArgumentException("no line goes on with " + words[i]);
      }
    }
    return TicketLine.of(
        1,
        plain.item(),
        plain.scanned(),
        plain.name(),
        plain.quantity(),
        price,
        plain.tax(),
        override,
        plain.basis(),
        byHand);
  }
}
