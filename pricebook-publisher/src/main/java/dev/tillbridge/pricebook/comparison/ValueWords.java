package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value of a book in a few words. */
public final class ValueWords {

  private ValueWords() {}

  /** For example {@code 1001 Milk GBP 1.25} or {@code 3 for 2 on category dairy}. */
  public static String of(BookValue value) {
    return switch (value) {
      case BookValue.Item item ->
          "%s %s %s%s"
              .formatted(
                  item.code(),
                  item.name(),
                  item.price(),
                  item.schedule().isEmpty()
                      ? ""
                      : " and " + item.schedule().size() + " scheduled prices");
      case BookValue.TaxCategory tax ->
          "tax %s, %s %% %s%s"
              .formatted(
                  tax.name(),
                  tax.rate().percent().toPlainString(),
                  tax.rate().mode().name().toLowerCase(Locale.ROOT),
                  tax.later().stream()
                      .map(l -> ", from " + l.from() + " " + l.percent().toPlainString() + " %")
                      .collect(Collectors.joining()));
      case BookValue.Zone zone ->
          "price zone %s (%s): stores %s"
              .formatted(zone.code(), zone.name(), String.join(" ", zone.stores()));
      case EmbeddedBarcode barcode ->
          "barcodes that begin with %s carry a %s with %d decimals"
              .formatted(
                  barcode.prefix(),
                  barcode.carries().name().toLowerCase(Locale.ROOT),
                  barcode.decimals());
      case Promotion promotion -> promotion(promotion);
      case BookValue.Gone gone -> gone.key();
    };
  }

  private static String promotion(Promotion promotion) {
    List<String> parts = new ArrayList<>();
    parts.add("\"" + promotion.name() + "\": " + reward(promotion.reward()));
    if (!(promotion.reward() instanceof Reward.MixAndMatch)) {
      parts.add("on " + selection(promotion.on()));
    }
    parts.addAll(validity(promotion.validity()));
    if (promotion.coupon() != null) {
      parts.add("with coupon " + promotion.coupon());
    }
    if (promotion.customerGroup() != null) {
      parts.add("for group " + promotion.customerGroup());
    }
    if (promotion.priority() != 0) {
      parts.add("priority " + promotion.priority());
    }
    if (promotion.exclusive()) {
      parts.add("exclusive");
    }
    return String.join(", ", parts);
  }

  private static String reward(Reward reward) {
    return switch (reward) {
      case Reward.PercentOff off -> off.percent().toPlainString() + " % off";
      case Reward.AmountOff off -> off.amount() + " off each";
      case Reward.FixedPrice fixed -> fixed.price() + " each";
      case Reward.Multibuy multibuy -> multibuy.buy() + " for " + multibuy.pay();
      case Reward.BundlePrice bundle -> bundle.quantity() + " for " + bundle.price();
      case Reward.MixAndMatch mix ->
          mix.parts().stream()
                  .map(part -> part.quantity() + " of " + selection(part.of()))
                  .collect(Collectors.joining(" + "))
              + " for "
              + mix.price();
      case Reward.BasketPercent basket ->
          basket.percent().toPlainString() + " % off a basket of " + basket.atLeast() + " or more";
      case Reward.BasketAmount basket ->
          basket.off() + " off a basket of " + basket.atLeast() + " or more";
    };
  }

  private static String selection(Selection selection) {
    if (selection.isAll() && selection.except().isEmpty()) {
      return "everything";
    }
    List<String> parts = new ArrayList<>();
    if (selection.isAll()) {
      parts.add("everything");
    }
    if (!selection.items().isEmpty()) {
      parts.add("items " + shortened(selection.items()));
    }
    if (!selection.categories().isEmpty()) {
      parts.add("categories " + shortened(selection.categories()));
    }
    if (!selection.except().isEmpty()) {
      parts.add("not " + shortened(selection.except()));
    }
    return String.join(" ", parts);
  }

  private static String shortened(List<String> names) {
    int shown = 5;
    String first = names.stream().limit(shown).collect(Collectors.joining(" "));
    return names.size() <= shown ? first : first + " and " + (names.size() - shown) + " more";
  }

  private static List<String> validity(Validity validity) {
    List<String> parts = new ArrayList<>();
    if (validity.from() != null) {
      parts.add("from " + validity.from());
    }
    if (validity.until() != null) {
      parts.add("until " + validity.until());
    }
    if (!validity.weekdays().isEmpty()) {
      parts.add(
          validity.weekdays().stream().map(d -> d.name().substring(0, 3)).toList().toString());
    }
    if (validity.hoursFrom() != null || validity.hoursUntil() != null) {
      parts.add(
          "%s to %s"
              .formatted(
                  validity.hoursFrom() == null ? "00:00" : validity.hoursFrom(),
                  validity.hoursUntil() == null ? "24:00" : validity.hoursUntil()));
    }
    if (!validity.zones().isEmpty()) {
      parts.add("in zones " + String.join(" ", validity.zones()));
    }
    return parts;
  }
}
