package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.pricebook.pricelist.BadRow;
import dev.tillbridge.pricebook.pricelist.PriceList;
import dev.tillbridge.pricebook.pricelist.PriceListReader;
import dev.tillbridge.pricebook.pricelist.TaxCategories;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Price lists of real supermarkets; the folder is given by -Dtillbridge.data. */
final class RealPriceListTest {

  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final TaxCategories TAXES =
      new TaxCategories(List.of(TaxCategories.parse("STANDARD=25", TaxMode.INCLUSIVE)));
  private static final Path LISTS =
      Path.of(System.getProperty("tillbridge.data", "../../shared/data"), "price-lists");

  @TempDir Path dir;

  @Test
  void supermarketsListIsRefusedForItsOneBadPriceAndPublishedWithoutIt() throws IOException {
    Path original = list("konzum-2025-12.csv");
    Map<String, Item> items =
        items(
            original,
            StandardCharsets.UTF_8,
            new Columns(
                "ŠIFRA PROIZVODA",
                "NAZIV PROIZVODA",
                "MALOPRODAJNA CIJENA",
                "MPC ZA VRIJEME POSEBNOG OBLIKA PRODAJE",
                "BARKOD"));

    List<BadRow> bad = ((PriceList.Refused) PriceListReader.read(csv(items), TAXES, EUR)).badRows();

    assertThat(bad).singleElement().asString().contains("price \"4.589\": EUR has 2 decimals");
    items.values().removeIf(item -> item.price().equals("4.589"));
    try (PriceBroker hq = PriceBroker.start(dir.resolve("hq"));
        BrokerAccess access = hq.publisher();
        PriceBookPublisher publisher = new PriceBookPublisher(access, EUR, Clock.systemUTC())) {
      Publication publication = publisher.publish(book(csv(items)), "admin");

      assertThat(publication).isInstanceOf(Publication.Published.class);
      assertThat(((Publication.Published) publication).added()).isEqualTo(12_621 + 1);
      assertThat(publisher.values()).hasSize(12_622);
    }
  }

  @Test
  void nextNightsListChangesOnlyWhatDiffers() throws IOException {
    Columns columns =
        new Columns(
            "ŠIFRA",
            "NAZIV",
            "MALOPRODAJNA_CIJENA",
            "MPC_ZA_VRIJEME_POSEBNOG_OBLIKA_PRODAJE",
            "BARKOD");
    Charset windows = Charset.forName("windows-1250");
    Map<String, Item> first = items(list("lidl-104-2026-01-22.csv"), windows, columns);
    Map<String, Item> second = items(list("lidl-104-2026-01-23.csv"), windows, columns);
    long changed =
        second.entrySet().stream()
            .filter(e -> first.containsKey(e.getKey()))
            .filter(e -> !e.getValue().equals(first.get(e.getKey())))
            .count();
    long added = second.keySet().stream().filter(code -> !first.containsKey(code)).count();
    long gone = first.keySet().stream().filter(code -> !second.containsKey(code)).count();

    try (PriceBroker hq = PriceBroker.start(dir.resolve("hq"));
        BrokerAccess access = hq.publisher();
        PriceBookPublisher publisher = new PriceBookPublisher(access, EUR, Clock.systemUTC())) {
      publisher.publish(book(csv(first)), "admin");
      Publication publication = publisher.publish(book(csv(second)), "admin");

      Publication.Published published = (Publication.Published) publication;
      assertThat(published)
          .isEqualTo(
              new Publication.Published(
                  published.manifest(), (int) added, (int) changed, (int) gone));
      assertThat(changed).isBetween(1L, 200L);
    }
  }

  /** Names of a list's columns. */
  private record Columns(
      String code, String name, String price, String promotionalPrice, String barcode) {}

  /** An item as the list writes it; several rows of a code give several barcodes. */
  private record Item(String name, String price, SortedSet<String> barcodes) {}

  private static Map<String, Item> items(Path list, Charset charset, Columns columns)
      throws IOException {
    Map<String, Item> items = new LinkedHashMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(list, charset, format)) {
      for (CSVRecord row : rows) {
        String regular = row.get(columns.price());
        String price = regular.isBlank() ? row.get(columns.promotionalPrice()) : regular;
        Item item =
            items.computeIfAbsent(
                row.get(columns.code()),
                code -> new Item(row.get(columns.name()), price, new TreeSet<>()));
        if (!row.get(columns.barcode()).isBlank()) {
          item.barcodes().add(row.get(columns.barcode()));
        }
      }
    }
    return items;
  }

  private Path csv(Map<String, Item> items) throws IOException {
    Path file = dir.resolve("list.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      csv.printRecord("code", "name", "price", "barcodes");
      for (Map.Entry<String, Item> entry : items.entrySet()) {
        Item item = entry.getValue();
        csv.printRecord(
            entry.getKey(), item.name(), item.price(), String.join("|", item.barcodes()));
      }
    }
    return file;
  }

  private static List<BookValue> book(Path csv) throws IOException {
    PriceList list = PriceListReader.read(csv, TAXES, EUR);
    assertThat(list).isInstanceOf(PriceList.Read.class);
    List<BookValue> book = new ArrayList<>(TAXES.all());
    book.addAll(((PriceList.Read) list).items());
    return book;
  }

  private static Path list(String name) {
    Path file = LISTS.resolve(name);
    assumeThat(file)
        .as(
            "no real price list at %s; give its folder with -Dtillbridge.data",
            file.toAbsolutePath())
        .exists();
    return file;
  }
}
