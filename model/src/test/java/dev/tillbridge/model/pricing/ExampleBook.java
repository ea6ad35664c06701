package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricing.ExampleText.Line;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/** Reads the book that the worked examples share. */
final class ExampleBook {

  private final Map<String, BookValue> values = new LinkedHashMap<>();

  static List<BookValue> of(List<Line> lines) {
    ExampleBook book = new ExampleBook();
    for (Line line : lines) {
      try {
        book.read(line);
      } catch (RuntimeException e) {
        throw line.wrong(String.valueOf(e.getMessage()));
      }
    }
    return List.copyOf(book.values.values());
  }

  private void read(Line line) {
    String[] words = line.words();
    switch (words[0]) {
      case "tax" -> tax(words);
      case "zone" ->
          add(
              new BookValue.Zone(
                  words[1].replace(":", ""), words[1], List.of(words).subList(2, words.length)));
      case "item" -> item(words);
      case "price" -> price(words);
      case "label" ->
          add(
              new EmbeddedBarcode(
                  words[1],
                  Carries.valueOf(words[3].toUpperCase(Locale.ROOT)),
                  13,
                  2,
                  5,
                  7,
                  5,
                  Integer.parseInt(words[5])));
      default -> throw line.wrong("a book has tax, zone, item, price and label");
    }
  }

  private void tax(String[] words) {
    TaxMode mode = TaxMode.valueOf(words[3].toUpperCase(Locale.ROOT));
    List<BookValue.LaterRate> later =
        words.length > 4
            ? List.of(new BookValue.LaterRate(LocalDate.parse(words[7]), new BigDecimal(words[5])))
            : List.of();
    TaxRate rate = new TaxRate(words[1], new BigDecimal(words[2]), mode);
    add(new BookValue.TaxCategory(words[1], rate, later));
  }

  private void item(String[] words) {
    SaleUnit unit = words.length > 5 ? new SaleUnit(words[5], Integer.parseInt(words[7])) : null;
    add(
        new BookValue.Item(
            words[1], words[1], money(words[2]), words[4], List.of(), words[3], unit, List.of()));
  }

  private void price(String[] words) {
    String zone = null;
    LocalDateTime from = null;
    for (int i = 3; i < words.length; i++) {
      if (words[i].equals("in")) {
        zone = words[i + 1];
      } else if (words[i].equals("from")) {
        from = LocalDateTime.parse(words[i + 1] + "T" + words[i + 2]);
      }
    }
    if (!(values.get("item:" + words[1]) instanceof BookValue.Item item)) {
      throw new IllegalArgumentException("no item " + words[1] + " before");
    }
    List<PricePoint> schedule = new ArrayList<>(item.schedule());
    schedule.add(new PricePoint(zone, from, money(words[2])));
    add(
        new BookValue.Item(
            item.code(),
            item.name(),
            item.price(),
            item.taxCategory(),
            item.barcodes(),
            item.category(),
            item.unit(),
            schedule));
  }

  private void add(BookValue value) {
    values.put(value.bookKey(), value);
  }

  static Money money(String amount) {
    return Money.parse("GBP " + amount);
  }
}
