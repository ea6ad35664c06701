package dev.tillbridge.hq.prices;

import static dev.tillbridge.hq.testing.PricedSales.TAX;
import static dev.tillbridge.hq.testing.PricedSales.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.hq.testing.PublishedBooks;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookHistoryTest {

  private final TestBooks books = new TestBooks();
  private final PublishedBooks published = new PublishedBooks();
  private final BookHistory history = new BookHistory(books.books(), published, Clock.systemUTC());

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void everyVersionCanBeReadAsItWasPublished() throws Exception {
    published.publish(1, TAX, item("A", "1.00"), item("B", "2.00"));
    published.publish(2, item("A", "1.50"), item("C", "3.00"));
    published.publish(3, new BookValue.Gone("item:B"), item("A", "1.10"));

    int copied = history.copy();

    assertThat(copied).isEqualTo(3);
    assertThat(List.of(price(1, "A"), price(2, "A"), price(3, "A")))
        .containsExactly("GBP 1.00", "GBP 1.50", "GBP 1.10");
    assertThat(List.of(price(1, "50B"), price(2, "50B"), price(3, "50B")))
        .containsExactly("GBP 2.00", "GBP 2.00", "none");
    assertThat(List.of(price(1, "C"), price(3, "C"))).containsExactly("none", "GBP 3.00");
    assertThat(books.value("select count(*) from book_version where verified")).isEqualTo("3");
    assertThat(books.value("select count(*) from book_barcode")).isEqualTo("3");
  }

  @Test
  void barcodeThatMovedMeansTheItemItHadInThatVersion() throws Exception {
    published.publish(1, TAX, withBarcode("A", "777"), withBarcode("B", "888"));
    published.publish(2, withBarcode("A", "999"), withBarcode("B", "777"));

    history.copy();

    assertThat(code(1, "777")).isEqualTo("A");
    assertThat(code(2, "777")).isEqualTo("B");
    assertThat(code(2, "888")).isEqualTo("none");
    assertThat(code(2, "A")).isEqualTo("A");
  }

  @Test
  void goesOnAboveTheHighestVersionAndRepeatsNothing() {
    published.publish(1, TAX, item("A", "1.00"));
    history.copy();
    published.publish(2, "rollback to version 1", List.of("S01"), item("A", "1.00"));

    int after = new BookHistory(books.books(), published, Clock.systemUTC()).copy();
    int again = history.copy();

    assertThat(after).isEqualTo(1);
    assertThat(again).isZero();
    assertThat(books.value("select note || ' ' || stores[1] from book_version where version = 2"))
        .isEqualTo("rollback to version 1 S01");
    assertThat(books.value("select count(*) from book_value where version_to is null"))
        .isEqualTo("2");
  }

  @Test
  void versionBrokenOffInTheMiddleLeavesNothing() {
    published.publish(1, TAX, item("A", "1.00"));
    history.copy();
    published.publish(2, item("A", "1.20"), item("B", "2.00"));
    PublishedVersions broken = new BrokenLog(published);

    assertThatThrownBy(() -> new BookHistory(books.books(), broken, Clock.systemUTC()).copy())
        .hasMessageContaining("link lost");

    assertThat(books.count("book_version")).isEqualTo(1);
    assertThat(books.count("book_value")).isEqualTo(2);
    assertThat(history.copy()).isEqualTo(1);
    assertThat(books.value("select bool_and(verified) from book_version")).isEqualTo("t");
  }

  @Test
  void logThatBeginsAtALaterVersionIsNotTakenForTheWholeBook() {
    published.publish(1, TAX, item("A", "1.00"));
    published.publish(2, item("B", "2.00"));
    published.forgetUpTo(1);

    history.copy();

    assertThat(books.value("select verified from book_version where version = 2")).isEqualTo("f");
  }

  @Test
  void wholeBookTakesThePlaceOfAllThatWasBefore() throws Exception {
    published.publish(1, TAX, item("A", "1.00"), item("B", "2.00"));
    published.publishWhole(4, TAX, item("B", "2.20"));

    history.copy();

    assertThat(List.of(price(1, "50A"), price(4, "50A"), price(4, "A")))
        .containsExactly("GBP 1.00", "none", "none");
    assertThat(price(4, "50B")).isEqualTo("GBP 2.20");
    assertThat(books.value("select bool_and(verified) from book_version")).isEqualTo("t");
  }

  @Test
  void bookOfManyValuesIsCopiedInParts() {
    BookValue[] many = new BookValue[12_001];
    many[0] = TAX;
    for (int i = 1; i < many.length; i++) {
      many[i] = item("I" + i, "1.00");
    }
    published.publish(1, many);

    history.copy();

    assertThat(books.value("select verified from book_version where version = 1")).isEqualTo("t");
    assertThat(books.count("book_barcode")).isEqualTo(12_000);
  }

  private static BookValue.Item withBarcode(String code, String barcode) {
    return new BookValue.Item(
        code, "Item " + code, Money.parse("GBP 1.00"), "standard", List.of(barcode));
  }

  private String price(long version, String asked) throws Exception {
    return ask(version, asked, item -> item.price().toString());
  }

  private String code(long version, String asked) throws Exception {
    return ask(version, asked, BookValue.Item::code);
  }

  private String ask(long version, String asked, Function<BookValue.Item, String> what)
      throws Exception {
    try (Connection connection = books.connect()) {
      PriceBook book = new VersionTerms().book(connection, version);
      return book.item(asked).map(what).orElse("none");
    }
  }

  /** Hands over one value and is gone. */
  private record BrokenLog(PublishedVersions whole) implements PublishedVersions {

    @Override
    public List<Published> after(long version) {
      return whole.after(version);
    }

    @Override
    public void changes(long version, Consumer<TopicValue> reader) {
      whole.changes(
          version,
          value -> {
            reader.accept(value);
            throw new IllegalStateException("link lost");
          });
    }
  }
}
