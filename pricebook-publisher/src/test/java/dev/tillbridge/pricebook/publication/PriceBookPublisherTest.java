package dev.tillbridge.pricebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceBookPublisherTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T20:00:00Z"), ZoneOffset.UTC);
  private static final BookValue STANDARD =
      new BookValue.TaxCategory(
          "Standard", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE));

  @TempDir Path dir;

  private PriceBroker hq;
  private BrokerAccess access;
  private PriceTopic topic;
  private PriceBookPublisher publisher;

  @BeforeEach
  void startHq() throws IOException {
    hq = PriceBroker.start(dir);
    access = hq.publisher();
    topic = new PriceTopic(access);
    publisher = publisher();
  }

  @AfterEach
  void stopHq() {
    access.close();
    hq.close();
  }

  @Test
  void onlyWhatDiffersIsSentWithTheNewVersion() {
    publish(STANDARD, item("A", "1.00"), item("B", "2.00"), item("C", "3.00"));

    Publication second = publish(STANDARD, item("A", "1.00"), item("B", "2.50"), item("D", "4.00"));

    Manifest manifest = manifest(second);
    assertThat(second).isEqualTo(new Publication.Published(manifest, 1, 1, 1));
    assertThat(manifest.version()).isEqualTo(2);
    assertThat(manifest.count()).isEqualTo(4);
    List<TopicValue> changed = new ArrayList<>();
    topic.browse(1, changed::add);
    assertThat(changed)
        .extracting(TopicValue::key)
        .containsExactlyInAnyOrder("item:B", "item:C", "item:D");
    assertThat(TopicBook.read(topic).isSealedBy(manifest)).isTrue();
    assertThat(publisher.values()).hasSize(4);
  }

  @Test
  void publishingTheSameBookAgainMakesNoNewVersion() {
    Manifest first = manifest(publish(STANDARD, item("A", "1.00")));

    Publication again = publish(item("A", "1.00"), STANDARD);

    assertThat(again).isEqualTo(new Publication.Unchanged(first));
  }

  @Test
  void goneItemCanComeBack() {
    publish(STANDARD, item("A", "1.00"), item("B", "2.00"));
    publish(STANDARD, item("A", "1.00"));

    Publication third = publish(STANDARD, item("A", "1.00"), item("B", "2.00"));

    assertThat(third).isEqualTo(new Publication.Published(manifest(third), 1, 0, 0));
    assertThat(TopicBook.read(topic).isSealedBy(manifest(third))).isTrue();
  }

  @Test
  void bookThatBreaksTheRulesIsRefusedAsAWhole() {
    Publication publication =
        publish(
            STANDARD,
            item("A", "1.00", "77"),
            item("B", "2.00", "77"),
            item("A", "3.00"),
            item("77", "1.00"),
            new BookValue.Item("E", "Euro", Money.parse("EUR 1.00"), "STANDARD", List.of()),
            new BookValue.Item("F", "Food", Money.parse("GBP 1.00"), "FOOD", List.of()));

    assertThat(((Publication.Refused) publication).problems())
        .containsExactlyInAnyOrder(
            "Barcode 77 is at item A and at item B.",
            "\"item:A\" is twice in the book.",
            "Item E costs EUR 1.00; the book's currency is GBP.",
            "Item F has the tax category FOOD; the book has a rate for [STANDARD] only.",
            "Barcode 77 of item B is also the code of another item.");
    assertThat(topic.manifest()).isEmpty();
  }

  @Test
  void emptyBookIsRefused() {
    assertThat(publish(STANDARD)).isInstanceOf(Publication.Refused.class);
  }

  @Test
  void secondOfTwoPublishersAtOnceIsToldAndPublishesNothing() {
    Manifest one = manifest(publish(STANDARD, item("A", "1.00")));
    List<BookValue> mine = List.of(STANDARD, item("A", "2.00"));
    TopicBook read = TopicBook.read(topic);

    Manifest theirs = manifest(publish(STANDARD, item("A", "3.00"), item("B", "1.00")));
    Difference difference = Difference.between(read, mine, one.version() + 1);
    Publication late = publisher.publish(difference, theirs);

    assertThat(late).isEqualTo(new Publication.Overtaken(2));
    assertThat(topic.manifest()).contains(theirs);
    assertThat(TopicBook.read(topic).isSealedBy(theirs)).isTrue();
  }

  @Test
  void publishAfterABrokenOffOneIsWholeAgain() {
    Manifest one = manifest(publish(STANDARD, item("A", "1.00"), item("B", "2.00")));
    topic.copy(List.of(TopicValue.of(item("A", "9.99"), 2)), one);

    Publication next = publish(STANDARD, item("A", "1.00"), item("B", "2.00"));

    assertThat(manifest(next).version()).isEqualTo(2);
    assertThat(TopicBook.read(topic).isSealedBy(manifest(next))).isTrue();
  }

  private PriceBookPublisher publisher() {
    return new PriceBookPublisher(access, CurrencyUnit.GBP, CLOCK);
  }

  private Publication publish(BookValue... book) {
    return publisher.publish(List.of(book), "admin");
  }

  private static Manifest manifest(Publication publication) {
    return ((Publication.Published) publication).manifest();
  }

  private static BookValue item(String code, String price, String... barcodes) {
    return new BookValue.Item(
        code, "Item " + code, Money.parse("GBP " + price), "STANDARD", List.of(barcodes));
  }
}
