package dev.tillbridge.it.bench;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A price book of 100,000 items with names people would search for. */
final class ClerkBook {

  static final int ITEMS = 100_000;

  private static final int FIRST_CODE = 1_000_000;
  private static final List<String> WHAT =
      List.of(
          "lantern",
          "mug",
          "teapot",
          "candle",
          "cushion",
          "apron",
          "bowl",
          "basket",
          "frame",
          "clock",
          "čokolada",
          "kruh",
          "šećer",
          "žlica",
          "tanjur",
          "vase",
          "towel",
          "bottle",
          "notebook",
          "lamp");
  private static final List<String> HOW =
      List.of(
          "white",
          "red",
          "blue",
          "enamel",
          "wooden",
          "knitted",
          "glass",
          "ceramic",
          "metal",
          "vintage",
          "small",
          "large",
          "round",
          "square",
          "striped",
          "spotted",
          "mliječna",
          "crna",
          "plava",
          "zlatna");
  private static final List<String> OF =
      List.of(
          "Paris", "London", "Zagreb", "Split", "Oslo", "Berlin", "Rome", "Vienna", "Prague",
          "Bath");

  private ClerkBook() {}

  static List<BookValue> values() {
    List<BookValue> book = new ArrayList<>(ITEMS + 1);
    book.add(
        new BookValue.TaxCategory(
            "STANDARD", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE)));
    for (int i = 0; i < ITEMS; i++) {
      book.add(new BookValue.Item(code(i), name(i), price(i), "STANDARD", List.of()));
    }
    return book;
  }

  static String code(int item) {
    return Integer.toString(FIRST_CODE + item);
  }

  static String name(int item) {
    return "%s %s %s no. %d"
        .formatted(
            capital(HOW.get(item % HOW.size())),
            WHAT.get(item / HOW.size() % WHAT.size()),
            OF.get(item / (HOW.size() * WHAT.size()) % OF.size()),
            item);
  }

  /** What a clerk types to find it: two words in the other order, unfinished and without marks. */
  static String asked(int item) {
    String what = WHAT.get(item / HOW.size() % WHAT.size());
    String how = HOW.get(item % HOW.size());
    String asked = what.substring(0, Math.min(4, what.length())) + " " + how.substring(0, 3);
    return Normalizer.normalize(asked, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Money price(int item) {
    return Money.ofMinor(CurrencyUnit.GBP, 25 + item % 1_975);
  }
}
