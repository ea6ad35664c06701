package dev.tillbridge.pricebook.publication;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.BookValue.Zone;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rules of zones, promotions and embedded barcodes. */
final class TermRules {

  private static final int NAMED_MAX = 5;

  private final Map<String, Item> items;
  private final Set<String> zones = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private TermRules(Map<String, Item> items) {
    this.items = items;
  }

  static List<String> problems(
      List<BookValue> book, Map<String, Item> items, CurrencyUnit currency) {
    TermRules rules = new TermRules(items);
    rules.zones(only(book, Zone.class));
    items.values().forEach(item -> rules.needZones(item));
    rules.embedded(only(book, EmbeddedBarcode.class));
    only(book, Promotion.class).forEach(promotion -> rules.take(promotion, currency));
    return rules.problems;
  }

  /** Promotions that name items or categories the book does not have. */
  static List<String> warnings(List<BookValue> book, Map<String, Item> items) {
    Set<String> categories =
        items.values().stream()
            .flatMap(item -> Stream.ofNullable(item.category()))
            .collect(Collectors.toSet());
    List<String> warnings = new ArrayList<>();
    for (Promotion promotion : only(book, Promotion.class)) {
      Set<String> unknown = new TreeSet<>();
      selections(promotion)
          .forEach(selection -> {
            selection.items().stream().filter(c -> !items.containsKey(c)).forEach(unknown::add);
            selection.categories().stream()
                .filter(category -> !categories.contains(category))
                .forEach(category -> unknown.add("category " + category));
          });
      if (!unknown.isEmpty()) {
        warnings.add(
            "Promotion %s names %d that the book does not have: %s."
                .formatted(promotion.code(), unknown.size(), shortened(unknown)));
      }
    }
    return warnings;
  }

  private void zones(List<Zone> all) {
    Map<String, String> zoneOfStore = new HashMap<>();
    for (Zone zone : all) {
      zones.add(zone.code());
      for (String store : zone.stores()) {
        String other = zoneOfStore.put(store, zone.code());
        if (other != null && !other.equals(zone.code())) {
          problems.add(
              "Store %s is in the price zones %s and %s; a store is in one at most."
                  .formatted(store, other, zone.code()));
        }
      }
    }
  }

  private void needZones(Item item) {
    for (PricePoint point : item.schedule()) {
      if (point.zone() != null && !zones.contains(point.zone())) {
        problems.add(
            "Item %s has a price in zone %s, which the book does not have."
                .formatted(item.code(), point.zone()));
      }
    }
  }

  private void embedded(List<EmbeddedBarcode> all) {
    for (EmbeddedBarcode one : all) {
      for (EmbeddedBarcode other : all) {
        if (!one.prefix().equals(other.prefix())
            && other.prefix().startsWith(one.prefix())
            && one.length() == other.length()) {
          problems.add(
              "Barcodes of %d digits that begin with %s also begin with %s: say which by giving prefixes that exclude each other."
                  .formatted(one.length(), other.prefix(), one.prefix()));
        }
      }
    }
    if (all.isEmpty()) {
      return;
    }
    for (Item item : items.values()) {
      Stream.concat(Stream.of(item.code()), item.barcodes().stream())
          .distinct()
          .forEach(code -> all.forEach(rule -> needPlain(item, code, rule)));
    }
  }

  // An exact barcode wins over an embedded one, so such goods would never be weighed.
  private void needPlain(Item item, String code, EmbeddedBarcode rule) {
    if (code.length() == rule.length()
        && code.startsWith(rule.prefix())
        && rule.read(code).isPresent()) {
      problems.add(
          "%s of item %s also reads as a barcode that carries a %s (prefix %s)."
              .formatted(
                  code,
                  item.code(),
                  rule.carries() == EmbeddedBarcode.Carries.PRICE ? "price" : "weight",
                  rule.prefix()));
    }
  }

  private void take(Promotion promotion, CurrencyUnit currency) {
    money(promotion.reward())
        .filter(money -> !money.getCurrencyUnit().equals(currency))
        .forEach(money ->
            problems.add(
                "Promotion %s gives %s; the book's currency is %s."
                    .formatted(promotion.code(), money, currency)));
    promotion.validity().zones().stream()
        .filter(zone -> !zones.contains(zone))
        .forEach(zone ->
            problems.add(
                "Promotion %s is for zone %s, which the book does not have."
                    .formatted(promotion.code(), zone)));
  }

  private static Stream<Money> money(Reward reward) {
    return switch (reward) {
      case Reward.PercentOff off -> Stream.of();
      case Reward.AmountOff off -> Stream.of(off.amount());
      case Reward.FixedPrice fixed -> Stream.of(fixed.price());
      case Reward.Multibuy multibuy -> Stream.of();
      case Reward.BundlePrice bundle -> Stream.of(bundle.price());
      case Reward.MixAndMatch mix -> Stream.of(mix.price());
      case Reward.BasketPercent basket -> Stream.of(basket.atLeast());
      case Reward.BasketAmount basket -> Stream.of(basket.atLeast(), basket.off());
    };
  }

  private static Stream<Selection> selections(Promotion promotion) {
    return promotion.reward() instanceof Reward.MixAndMatch mix
        ? mix.parts().stream().map(Reward.Part::of)
        : Stream.of(promotion.on());
  }

  private static String shortened(Set<String> names) {
    String first = names.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
    return names.size() <= NAMED_MAX
        ? first
        : first + " and " + (names.size() - NAMED_MAX) + " more";
  }

  private static <T extends BookValue> List<T> only(List<BookValue> book, Class<T> kind) {
    return book.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
