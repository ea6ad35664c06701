package dev.tillbridge.pricebook.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceListImportTest {

  private static final String COLUMNS =
      """
      columns: {code: Code, name: Name, price: Price, promotional-price: Promo, barcodes: EAN, unit: Unit}
      units:
        - {words: [pc], name: each, decimals: 0}
        - {words: [kg, "ca*"], name: kg, decimals: 3}
      tax: {otherwise: STANDARD}
      """;
  private static final String HEADING = "Code,Name,Price,Promo,EAN,Unit\n";

  @TempDir Path dir;

  @Test
  void rowIsAnItemWithPaddingAndSignsTakenAway() throws IOException {
    String list = "Šifra;Naziv;Cijena\n0000007;Čaj;\"1.001,99 €\"\n";

    ImportedList imported =
        read(
            list.getBytes(Charset.forName("windows-1250")),
            """
            file: {charset: windows-1250, delimiter: ";"}
            columns: {code: šifra, name: "2", price: CIJENA}
            numbers: {decimal-separator: ",", thousands-separator: ".", strip: [€]}
            codes: {strip-leading-zeros: true}
            tax: {otherwise: STANDARD}
            """);

    assertThat(items(imported))
        .containsExactly(
            new BookValue.Item("7", "Čaj", Money.parse("EUR 1001.99"), "STANDARD", List.of()));
  }

  @Test
  void barcodesOfACellAreSeveralAndPadded() throws IOException {
    ImportedList imported =
        read(
            HEADING + "1,Tea,2.40,,\"96385074 / 12345670/4006381333931\",pc\n",
            COLUMNS + "barcodes: {separator: /, pad-to: 8}\n");

    assertThat(items(imported).getFirst().barcodes())
        .containsExactly("12345670", "4006381333931", "96385074");
  }

  @Test
  void unitWordsSayWhatIsWeighed() throws IOException {
    ImportedList imported = read(HEADING + "1,Tea,2,,,PC\n2,Ham,9,,,ca. 2kg\n", COLUMNS);

    assertThat(items(imported))
        .extracting(BookValue.Item::unit)
        .containsExactly(new SaleUnit("each", 0), new SaleUnit("kg", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1,Tea,2;40,,,pc ~ line 2, price \"2;40\": a price is written in digits with \".\"",
        "1,Tea,001.999,,,pc ~ line 2, price \"001.999\": EUR has 2 decimals; prices are not rounded",
        "1,Tea,0,,,pc ~ line 2, price \"0\": a price is above 0 and at most 1,000,000",
        "1,Tea,-1,,,pc ~ line 2, price \"-1\": a price is written in digits",
        "1,Tea,,,,pc ~ line 2, price \"\": it has no price",
        "1,Tea,,1.50,,pc ~ line 2, price \"\": only a promotional price; empty-regular",
        ",Tea,1,,,pc ~ line 2, code \"\": a code has 1 to 48 characters",
        "1,,1,,,pc ~ line 2, name \"\": a name has 1 to 200 characters",
        "1,Tea,1,,,box ~ line 2, unit \"box\": no rule of units in the mapping has this word",
        "1,Tea,1,,4006381333932,pc ~ line 2, barcodes \"4006381333932\": its check digit is wrong; it would be 1",
        "1,Tea,1,,400638133,pc ~ line 2, barcodes \"400638133\": it has 9 digits; a barcode has 8, 12, 13 or 14",
        "1,Tea,1,,4006A81333931,pc ~ line 2, barcodes \"4006A81333931\": a barcode has digits only",
        "1,Tea,1 ~ line 2, row \"1 | Tea | 1 ...\": it has 3 cells, 6 are expected",
      })
  void badRowIsNamedByLineFieldValueAndReason(String row, String message) throws IOException {
    ImportedList imported = read(HEADING + row + "\n", COLUMNS);

    assertThat(imported).isInstanceOf(ImportedList.Refused.class);
    assertThat(imported.badRows()).singleElement().asString().startsWith(message);
  }

  @Test
  void listIsTakenWithoutTheBadRowsTheMappingTolerates() throws IOException {
    String list = HEADING + "1,Tea,2.40,,,pc\n2,Coffee,x,,77,pc\n";

    ImportedList taken = read(list, COLUMNS + "rows: {tolerance: 50 %}\n");
    ImportedList refused = read(list, COLUMNS + "rows: {tolerance: 49.9 %}\n");

    assertThat(items(taken)).extracting(BookValue.Item::code).containsExactly("1");
    assertThat(taken.badRows()).extracting(BadRow::field).containsExactly("price", "barcodes");
    assertThat(taken.counts().leftOut()).isEqualTo(1);
    assertThat(refused).isInstanceOf(ImportedList.Refused.class);
  }

  @Test
  void rowsOfOneCodeAreOneItemWithAllBarcodes() throws IOException {
    ImportedList imported =
        read(
            HEADING + "1,Tea,2.40,,96385074,pc\n1,Tea,2.4,,12345670,pc\n1,Tea,2.40,,,pc\n",
            COLUMNS + "rows: {same-code: one-item}\n");

    assertThat(items(imported).getFirst().barcodes()).containsExactly("12345670", "96385074");
  }

  @Test
  void rowsOfOneCodeThatContradictEachOtherGiveNoItem() throws IOException {
    ImportedList imported =
        read(
            HEADING + "1,Tea,2.40,,,pc\n1,Tea,2.50,,,pc\n2,Milk,1,,,pc\n",
            COLUMNS + "rows: {same-code: one-item, tolerance: 1}\n");

    assertThat(items(imported)).extracting(BookValue.Item::code).containsExactly("2");
    assertThat(imported.badRows())
        .singleElement()
        .hasToString(
            "line 3, price \"2.5\": item 1 has \"2.4\" on line 2; which is right nobody can tell, so neither is taken");
  }

  @Test
  void codeIsRefusedTheSecondTimeUnlessTheMappingAllowsIt() throws IOException {
    ImportedList imported = read(HEADING + "1,Tea,2,,,pc\n1,Tea,2,,,pc\n", COLUMNS);

    assertThat(imported.badRows())
        .singleElement()
        .hasToString("line 3, code \"1\": this code is already on line 2");
  }

  @Test
  void codeThatIsThereAtTwoPricesGivesNoItemEvenWhenTolerated() throws IOException {
    ImportedList imported =
        read(
            HEADING + "1,Tea,2,,,pc\n1,Tea,3,,,pc\n2,Milk,1,,,pc\n",
            COLUMNS + "rows: {tolerance: 1}\n");

    assertThat(items(imported)).extracting(BookValue.Item::code).containsExactly("2");
    assertThat(imported.counts().leftOut()).isEqualTo(1);
  }

  @Test
  void barcodeOfTwoItemsIsNamedWithBothLinesAndGivenToNeither() throws IOException {
    String list = HEADING + "1,Tea,2,,96385074,pc\n2,Milk,1,,96385074,pc\n";

    ImportedList refused = read(list, COLUMNS);
    ImportedList taken = read(list, COLUMNS + "barcodes: {twice: leave-out}\n");

    assertThat(refused.badRows())
        .singleElement()
        .hasToString("line 3, barcodes \"96385074\": this barcode is already at item 1 on line 2");
    assertThat(items(taken)).hasSize(2).allMatch(item -> item.barcodes().isEmpty());
    assertThat(taken.warnings()).hasSize(1);
  }

  @Test
  void barcodeThatIsAnotherItemsCodeIsRefused() throws IOException {
    ImportedList imported = read(HEADING + "1,Tea,2,,96385074,pc\n96385074,Milk,1,,,pc\n", COLUMNS);

    assertThat(imported.badRows())
        .singleElement()
        .asString()
        .contains("this barcode is the code of another item on line 3");
  }

  @Test
  void wrongBarcodesAreKeptOrLeftOutAsTheMappingSays() throws IOException {
    String list = HEADING + "1,Tea,2,,2817630000000,pc\n";

    ImportedList kept = read(list, COLUMNS + "barcodes: {check: warn}\n");
    ImportedList leftOut = read(list, COLUMNS + "barcodes: {check: leave-out}\n");

    assertThat(items(kept).getFirst().barcodes()).containsExactly("2817630000000");
    assertThat(items(leftOut).getFirst().barcodes()).isEmpty();
    assertThat(kept.warnings()).hasSize(1);
    assertThat(leftOut.warnings()).hasSize(1);
  }

  @Test
  void promotionalPriceBesideTheRegularOneIsAPromotion() throws IOException {
    ImportedList imported =
        read(
            HEADING + "1,Tea,2.40,1.99,,pc\n2,Milk,1,1.20,,pc\n",
            COLUMNS + "prices: {promotion-name: Akcija, promotion-until: 2026-02-01}\n");

    List<BookValue> values = ((ImportedList.Taken) imported).values();
    assertThat(values)
        .filteredOn(Promotion.class::isInstance)
        .singleElement()
        .satisfies(value -> {
          Promotion promotion = (Promotion) value;
          assertThat(promotion.name()).isEqualTo("Akcija");
          assertThat(promotion.on().items()).containsExactly("1");
          assertThat(promotion.validity().until()).isEqualTo(LocalDateTime.of(2026, 2, 1, 0, 0));
          assertThat(promotion.reward()).isEqualTo(new Reward.FixedPrice(Money.parse("EUR 1.99")));
        });
    assertThat(imported.warnings())
        .singleElement()
        .asString()
        .startsWith("line 3, promotional-price \"1.20\": not below the price of 1");
  }

  @ParameterizedTest
  @CsvSource({"ignore,2.40", "lower,1.99"})
  void promotionalPriceIsIgnoredOrTakenAsTheMappingSays(String both, String price)
      throws IOException {
    ImportedList imported =
        read(HEADING + "1,Tea,2.40,1.99,,pc\n", COLUMNS + "prices: {both: " + both + "}\n");

    assertThat(((ImportedList.Taken) imported).values()).hasSize(1);
    assertThat(items(imported).getFirst().price()).isEqualTo(Money.parse("EUR " + price));
  }

  @Test
  void onlyAPromotionalPriceIsThePriceWhenTheMappingSaysSo() throws IOException {
    ImportedList imported =
        read(HEADING + "1,Tea,,1.99,,pc\n", COLUMNS + "prices: {empty-regular: use-promotional}\n");

    assertThat(items(imported).getFirst().price()).isEqualTo(Money.parse("EUR 1.99"));
    assertThat(imported.counts().promotionalOnly()).isEqualTo(1);
  }

  @Test
  void pricesOfAZoneFromADateAreScheduled() throws IOException {
    ImportedList imported =
        read(HEADING + "1,Tea,2,,,pc\n", COLUMNS + "prices: {zone: NORTH, from: 2026-02-01}\n");

    assertThat(items(imported).getFirst().schedule())
        .containsExactly(
            new PricePoint("NORTH", LocalDateTime.of(2026, 2, 1, 0, 0), Money.parse("EUR 2")));
  }

  @Test
  void taxIsByColumnElseByCategoryElseOtherwise() throws IOException {
    ImportedList imported =
        read(
            "c,n,p,k,t\n1,Tea,1,Food,5\n2,Pan,1,Home,\n3,Ham,1,FOOD,\n4,Jam,1,,13\n",
            """
            columns: {code: c, name: n, price: p, category: k, tax: t}
            tax:
              by-value: {"5": REDUCED}
              by-category: {food: ZERO}
              otherwise: STANDARD
            rows: {tolerance: 1}
            """);

    assertThat(items(imported))
        .extracting(BookValue.Item::taxCategory)
        .containsExactly("REDUCED", "STANDARD", "ZERO");
    assertThat(imported.badRows())
        .singleElement()
        .hasToString("line 5, tax \"13\": names no tax category; the mapping knows [5]");
  }

  @Test
  void missingHeadingIsRefusedWithTheHeadingsThereAre() throws IOException {
    ImportedList imported = read("Code,Title,Price,Promo,EAN,Unit\n1,Tea,2,,,pc\n", COLUMNS);

    assertThat(imported.badRows())
        .singleElement()
        .hasToString(
            "line 1, columns.name \"Name\": no such heading; this line has code | title | price | promo | ean | unit");
  }

  @Test
  void tabsAndLinesBeforeTheHeadingAreReadAndLinesStayCounted() throws IOException {
    ImportedList imported =
        read(
            "Prices of \"today\n\nCode\tName\tPrice\n1\t\"Tea\ngreen\"\t2\n2\tMilk\tx\n",
            """
            file: {delimiter: tab, header-line: 3}
            columns: {code: Code, name: Name, price: Price}
            tax: {otherwise: STANDARD}
            """);

    assertThat(imported.badRows())
        .extracting(row -> row.line() + " " + row.field())
        .containsExactly("4 name", "6 price");
  }

  @Test
  void bytesOfAnotherCharsetRefuseTheListWhateverIsTolerated() throws IOException {
    ImportedList imported =
        read(
            (HEADING + "1,Čaj,2,,,pc\n").getBytes(Charset.forName("windows-1250")),
            COLUMNS + "file: {charset: UTF-8}\nrows: {tolerance: 99 %}\n");

    assertThat(imported).isInstanceOf(ImportedList.Refused.class);
    assertThat(imported.badRows())
        .singleElement()
        .asString()
        .contains("charset \"UTF-8\"")
        .contains("pricebook inspect proposes a charset");
  }

  private ImportedList read(String list, String mapping) throws IOException {
    return read(list.getBytes(java.nio.charset.StandardCharsets.UTF_8), mapping);
  }

  private ImportedList read(byte[] list, String mapping) throws IOException {
    Path file = dir.resolve("list.csv");
    Files.write(file, list);
    return PriceListImport.read(file, Mapping.parse(mapping, "M.yaml"), CurrencyUnit.EUR);
  }

  private static List<BookValue.Item> items(ImportedList imported) {
    assertThat(imported).as(imported.badRows().toString()).isInstanceOf(ImportedList.Taken.class);
    return ((ImportedList.Taken) imported)
        .values().stream()
            .filter(BookValue.Item.class::isInstance)
            .map(BookValue.Item.class::cast)
            .toList();
  }
}
