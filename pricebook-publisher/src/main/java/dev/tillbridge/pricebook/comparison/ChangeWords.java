package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change in words. */
final class ChangeWords {

  private ChangeWords() {}

  static List<String> of(Change change) {
    BookValue was = change.was();
    BookValue now = change.now();
    if (was == null) {
      return List.of("new: " + ValueWords.of(Objects.requireNonNull(now)));
    }
    if (now == null) {
      return List.of("gone: " + ValueWords.of(was));
    }
    if (was instanceof Item old && now instanceof Item item) {
      return item(old, item, change.prices());
    }
    return List.of("from " + ValueWords.of(was) + " to " + ValueWords.of(now));
  }

  private static List<String> item(Item was, Item now, List<PriceChange> prices) {
    List<String> words = new ArrayList<>();
    prices.forEach(price -> words.add("price " + price.words()));
    field(words, "name", was.name(), now.name());
    field(words, "tax", was.taxCategory(), now.taxCategory());
    field(words, "category", was.category(), now.category());
    field(
        words,
        "unit",
        was.unit() == null ? null : was.unit().name() + ", decimals " + was.unit().decimals(),
        now.unit() == null ? null : now.unit().name() + ", decimals " + now.unit().decimals());
    String gone = missing(was.barcodes(), now.barcodes());
    String added = missing(now.barcodes(), was.barcodes());
    if (!gone.isEmpty()) {
      words.add("barcodes gone: " + gone);
    }
    if (!added.isEmpty()) {
      words.add("barcodes new: " + added);
    }
    if (words.isEmpty()) {
      words.add(
          was.schedule().equals(now.schedule())
              ? "barcodes in another order"
              : "scheduled prices written differently, the same in money");
    }
    return words;
  }

  private static void field(
      List<String> words, String name, @Nullable String was, @Nullable String now) {
    if (!Objects.equals(was, now)) {
      words.add(
          "%s \"%s\" to \"%s\"".formatted(name, was == null ? "" : was, now == null ? "" : now));
    }
  }

  private static String missing(List<String> of, List<String> in) {
    return String.join(" ", of.stream().filter(b -> !in.contains(b)).toList());
  }
}
