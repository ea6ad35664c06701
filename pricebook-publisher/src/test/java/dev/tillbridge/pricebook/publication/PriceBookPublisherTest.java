package dev.tillbridge.pricebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
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

  @Test
  void zonesPromotionsAndEmbeddedBarcodesThatContradictAreRefused() {
    PricePoint west = new PricePoint("WEST", null, Money.parse("GBP 1.00"));
    Publication publication =
        publish(
            STANDARD,
            new BookValue.Zone("NORTH", "North", List.of("S01", "S02")),
            new BookValue.Zone("SOUTH", "South", List.of("S02")),
            new BookValue.Item(
                "A",
                "Item A",
                Money.parse("GBP 1.00"),
                "STANDARD",
                List.of("2012345012342"),
                null,
                null,
                List.of(west)),
            new EmbeddedBarcode("20", EmbeddedBarcode.Carries.PRICE, 13, 2, 5, 7, 5, 2),
            new EmbeddedBarcode("201", EmbeddedBarcode.Carries.WEIGHT, 13, 3, 4, 7, 5, 3),
            new Promotion(
                "P",
                "Euro off",
                new Validity(null, null, List.of(), null, null, List.of("EAST")),
                0,
                false,
                null,
                null,
                Selection.ALL,
                new Reward.AmountOff(Money.parse("EUR 1.00"))));

    assertThat(((Publication.Refused) publication).problems())
        .contains(
            "Store S02 is in the price zones NORTH and SOUTH; a store is in one at most.",
            "Item A has a price in zone WEST, which the book does not have.",
            "Promotion P gives EUR 1.00; the book's currency is GBP.",
            "Promotion P is for zone EAST, which the book does not have.",
            "Barcodes of 13 digits that begin with 201 also begin with 20: say which by giving prefixes that exclude each other.");
  }

  @Test
  void barcodeOfAnItemThatAlsoCarriesAPriceIsRefused() {
    String barcode = "201234501234";
    String whole = barcode + Gtin.checkDigit(barcode);

    Publication publication =
        publish(
            STANDARD,
            item("A", "1.00", whole),
            new EmbeddedBarcode("20", EmbeddedBarcode.Carries.PRICE, 13, 2, 5, 7, 5, 2));

    assertThat(((Publication.Refused) publication).problems())
        .containsExactly(
            whole + " of item A also reads as a barcode that carries a price (prefix 20).");
  }

  @Test
  void promotionOnItemsThatTheBookDoesNotHaveIsWarnedOf() {
    Promotion promotion =
        new Promotion(
            "P",
            "Ten off",
            Validity.ALWAYS,
            0,
            false,
            null,
            null,
            new Selection(List.of("A", "X"), List.of("dairy"), List.of()),
            new Reward.PercentOff(BigDecimal.TEN));
    List<BookValue> book = List.of(STANDARD, item("A", "1.00"), promotion);

    assertThat(publisher.publish(book, "admin")).isInstanceOf(Publication.Published.class);
    assertThat(PriceBookPublisher.warnings(book))
        .containsExactly("Promotion P names 2 that the book does not have: X, category dairy.");
  }

  @Test
  void firstPublishAfterAnUpdateKeepsTheWholeBookInTheLog() {
    List<TopicValue> old = List.of(TopicValue.of(STANDARD, 1), TopicValue.of(item("A", "1.00"), 1));
    TopicBook book = new TopicBook();
    book.putAll(old);
    topic.publish(old, new Manifest(1, CLOCK.instant(), "ann", "GBP", 2, book.hash().hex()));

    Manifest two = manifest(publish(STANDARD, item("A", "1.10"), item("B", "2.00")));

    assertThat(publisher.versions()).extracting(LoggedVersion::manifest).containsExactly(two);
    assertThat(publisher.valuesOf(2).orElseThrow()).hasSize(3);
    assertThat(publisher.valuesOf(1)).isEmpty();
  }

  @Test
  void versionAfterABrokenOffPublishIsWholeInTheLog() {
    Manifest one = manifest(publish(STANDARD, item("A", "1.00"), item("B", "2.00")));
    topic.copy(List.of(TopicValue.of(item("A", "9.99"), 2)), one);

    publish(STANDARD, item("A", "9.99"), item("B", "2.00"));

    assertThat(publisher.valuesOf(2).orElseThrow()).contains(item("A", "9.99"));
    assertThat(publisher.valuesOf(1).orElseThrow()).contains(item("A", "1.00"));
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
