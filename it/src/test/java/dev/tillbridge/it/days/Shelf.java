package dev.tillbridge.it.days;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricebook.Terms;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.pricing.RingingBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The price books of the store: a newer one has other prices, and older ones stay readable. */
final class Shelf implements PriceBooks {

  static final String WEIGHED = "APPLES";
  static final List<String> CODES = List.of("MUG", "BOOK", "BREAD", WEIGHED, "LAMP", "BOX");

  private record Book(BookInMemory book, TicketPricer pricer) implements RingingBook {

    @Override
    public Manifest manifest() {
      return book.manifest();
    }

    @Override
    public Terms terms() {
      return book.terms();
    }

    @Override
    public Optional<BookValue.Item> item(String barcodeOrCode) {
      return book.item(barcodeOrCode);
    }

    @Override
    public Iterable<BookValue.Item> items() {
      return book.items();
    }
  }

  private final List<Book> books = new ArrayList<>();

  Shelf() {
    publish();
  }

  /** One more price book, in force at once. */
  void publish() {
    int version = books.size() + 1;
    List<BookValue> values = new ArrayList<>();
    values.add(tax("STANDARD", "20", TaxMode.INCLUSIVE));
    values.add(tax("REDUCED", "5", TaxMode.INCLUSIVE));
    values.add(tax("ADDED", "8.875", TaxMode.EXCLUSIVE));
    values.add(tax("ZERO", "0", TaxMode.INCLUSIVE));
    values.add(item("MUG", 799 + version, "STANDARD", null));
    values.add(item("BOOK", 1_249 + version, "ZERO", null));
    values.add(item("BREAD", 189, "REDUCED", null));
    values.add(item(WEIGHED, 333 + version, "ZERO", new SaleUnit("kg", 3)));
    values.add(item("LAMP", 4_995, "ADDED", null));
    values.add(item("BOX", 1, "STANDARD", new SaleUnit("each", 0)));
    BookInMemory book =
        new BookInMemory(
            new Manifest(
                version, Instant.parse("2026-11-21T20:00:00Z"), "admin", "GBP", values.size(), "0"),
            values);
    books.add(new Book(book, new TicketPricer(book)));
  }

  private static BookValue.TaxCategory tax(String code, String percent, TaxMode mode) {
    return new BookValue.TaxCategory(
        code, new TaxRate(code, new BigDecimal(percent), mode), List.of());
  }

  private static BookValue.Item item(String code, int pence, String tax, @Nullable SaleUnit unit) {
    return new BookValue.Item(
        code,
        code,
        Money.ofMinor(CurrencyUnit.GBP, pence),
        tax,
        List.of("50" + code),
        null,
        unit,
        List.of());
  }

  @Override
  public Optional<RingingBook> current() {
    return Optional.of(books.getLast());
  }

  @Override
  public Optional<RingingBook> hold(long version) {
    return version < 1 || version > books.size()
        ? Optional.empty()
        : Optional.of(books.get((int) version - 1));
  }

  @Override
  public void letGo() {}
}
