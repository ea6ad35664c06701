package dev.tillbridge.it.bench;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Made-up books of any size: items with one barcode each, promotions of every kind on a few. */
final class SampleBook {

  private static final int CATEGORIES = 50;
  private static final int KINDS = 6;

  private final CurrencyUnit currency;
  private final RandomGenerator random;

  SampleBook(CurrencyUnit currency, RandomGenerator random) {
    this.currency = currency;
    this.random = random;
  }

  /** A tax category, so many items, so many promotions in force at this moment, so many not. */
  List<BookValue> book(int items, int active, int inactive, LocalDateTime moment) {
    List<BookValue> book = new ArrayList<>(items + active + inactive + 1);
    book.add(
        new BookValue.TaxCategory(
            "Standard", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE)));
    for (int n = 0; n < items; n++) {
      book.add(item(n));
    }
    for (int n = 0; n < active + inactive; n++) {
      Validity validity =
          n < active
              ? new Validity(
                  moment.minusDays(1), moment.plusDays(1), List.of(), null, null, List.of())
              : new Validity(
                  moment.plusDays(2), moment.plusDays(9), List.of(), null, null, List.of());
      book.add(promotion(n, items, validity));
    }
    return book;
  }

  static String code(int n) {
    return "%07d".formatted(n);
  }

  static String barcode(int n) {
    String digits = "2%011d".formatted(n);
    return digits + Gtin.checkDigit(digits);
  }

  /** Item number n, at another price each time. */
  BookValue.Item item(int n) {
    return new BookValue.Item(
        code(n),
        "Sample item number " + n,
        cents(random.nextInt(50, 5_000)),
        "STANDARD",
        List.of(barcode(n)),
        "C" + n % CATEGORIES,
        null,
        List.of());
  }

  private Promotion promotion(int n, int items, Validity validity) {
    Selection on =
        n % 10 == 0
            ? Selection.ofCategories("C" + n % CATEGORIES)
            : Selection.ofItems(
                code(random.nextInt(items)), code(random.nextInt(items)), code(n % items));
    Reward reward =
        switch (n % KINDS) {
          case 0 -> new Reward.PercentOff(BigDecimal.valueOf(random.nextInt(5, 40)));
          case 1 -> new Reward.AmountOff(cents(random.nextInt(10, 60)));
          case 2 -> new Reward.FixedPrice(cents(random.nextInt(40, 900)));
          case 3 -> new Reward.Multibuy(3, 2);
          case 4 -> new Reward.BundlePrice(2, cents(random.nextInt(90, 2_000)));
          default -> new Reward.BasketAmount(cents(5_000), cents(random.nextInt(50, 500)));
        };
    return new Promotion(
        "P%05d".formatted(n), "Promotion " + n, validity, 0, false, null, null, on, reward);
  }

  private Money cents(int cents) {
    return Money.ofMinor(currency, cents);
  }
}
