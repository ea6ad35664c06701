package dev.tillbridge.pricebook.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceListReaderTest {

  private static final TaxCategories ONE =
      new TaxCategories(List.of(TaxCategories.parse("STANDARD=20", TaxMode.INCLUSIVE)));
  private static final TaxCategories TWO =
      new TaxCategories(
          Stream.of("STANDARD=20", "ZERO=0")
              .map(text -> TaxCategories.parse(text, TaxMode.INCLUSIVE))
              .toList());

  @TempDir Path dir;

  @Test
  void rowsAreItemsWhateverTheOrderOfTheColumns() throws IOException {
    PriceList list =
        read(
            TWO,
            """
            name,Barcodes,price,code,tax
            "Eggs, 6",200000000001 200000000002|200000000003 200000000001,1.90,1007,ZERO

             Cola ,,1.6,1606, STANDARD
            """);

    assertThat(list)
        .isEqualTo(
            new PriceList.Read(
                List.of(
                    new BookValue.Item(
                        "1007",
                        "Eggs, 6",
                        Money.parse("GBP 1.90"),
                        "ZERO",
                        List.of("200000000001", "200000000002", "200000000003")),
                    new BookValue.Item(
                        "1606", "Cola", Money.parse("GBP 1.60"), "STANDARD", List.of()))));
  }

  @Test
  void rowsNeedNoTaxWhenThereIsOnlyOneCategory() throws IOException {
    PriceList list = read(ONE, "code,name,price\n1,Tea,2.40\n");

    assertThat(((PriceList.Read) list).items().getFirst().taxCategory()).isEqualTo("STANDARD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1;Tea;2,40;ZERO; ~ line 2, price \"2,40\": a price is written in digits with a decimal point",
        "1;Tea;;ZERO; ~ line 2, price \"\": a price is written in digits",
        "1;Tea;-2.40;ZERO; ~ line 2, price \"-2.40\": a price is written in digits",
        "1;Tea;0.00;ZERO; ~ line 2, price \"0.00\": a price is above 0",
        "1;Tea;2.405;ZERO; ~ line 2, price \"2.405\": GBP has 2 decimals",
        "1;Tea;2000000;ZERO; ~ line 2, price \"2000000\": a price is above 0 and at most 1,000,000",
        "1;Tea;2.40;FOOD; ~ line 2, tax \"FOOD\": unknown; the categories are STANDARD, ZERO",
        "1;Tea;2.40;; ~ line 2, tax \"\": name one of the categories STANDARD, ZERO",
        ";Tea;2.40;ZERO; ~ line 2, code \"\": a code has 1 to 48 characters",
        "1;;2.40;ZERO; ~ line 2, name \"\": a name has 1 to 200 characters",
        "1;Tea;2.40 ~ line 2, row \"1,Tea,2.40\": it has 3 cells, the first line has 5 columns",
      })
  void wrongRowIsNamedByLineFieldValueAndReason(String row, String message) throws IOException {
    PriceList list =
        read(TWO, "code;name;price;tax;barcodes\n".replace(';', ',') + quoted(row) + "\n");

    assertThat(badRows(list)).singleElement().asString().startsWith(message);
  }

  @Test
  void everyWrongRowIsNamedAndNoRowCounts() throws IOException {
    PriceList list =
        read(
            TWO,
            """
            code,name,price,tax,barcodes
            1,Tea,2.40,ZERO,77
            1,Tea again,2.40,ZERO,
            2,Coffee,x,FOOD,77
            77,Cocoa,1.00,ZERO,
            """);

    assertThat(badRows(list))
        .extracting(BadRow::toString)
        .containsExactly(
            "line 3, code \"1\": this code is already on line 2",
            "line 4, price \"x\": a price is written in digits with a decimal point, like 2.55",
            "line 4, tax \"FOOD\": unknown; the categories are STANDARD, ZERO",
            "line 4, barcodes \"77\": this barcode is already on line 2",
            "line 2, barcodes \"77\": this barcode is the code of another item on line 5");
  }

  @Test
  void misspeltColumnIsRefusedBecauseItsCellsWouldBeLost() throws IOException {
    PriceList list = read(TWO, "code,name,price,tax,barcode\n1,Tea,2.40,ZERO,77\n");

    assertThat(badRows(list))
        .singleElement()
        .asString()
        .contains("column \"barcode\": unknown; the columns are code, name, price, tax, barcodes");
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    PriceList list = read(TWO, "code,name,tax\n1,Tea,ZERO\n");

    assertThat(badRows(list)).singleElement().asString().contains("\"price\" is missing");
  }

  @Test
  void fileInAnotherEncodingIsRefused() throws IOException {
    Path file = dir.resolve("list.csv");
    Files.write(file, "code,name,price\n1,Ča\u017e,2.40\n".getBytes("windows-1250"));

    assertThat(badRows(PriceListReader.read(file, ONE, CurrencyUnit.GBP)))
        .singleElement()
        .asString()
        .contains("it is not UTF-8");
  }

  @Test
  void byteOrderMarkIsIgnored() throws IOException {
    PriceList list = read(ONE, "\uFEFFcode,name,price\n1,Tea,2.40\n");

    assertThat(list).isInstanceOf(PriceList.Read.class);
  }

  @Test
  void listWithoutRowsIsRefused() throws IOException {
    assertThat(badRows(read(ONE, "code,name,price\n")))
        .singleElement()
        .asString()
        .contains("the list has no items");
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    assertThat(badRows(read(ONE, ""))).hasSize(1);
  }

  @Test
  void currencyWithoutDecimalsTakesWholePricesOnly() throws IOException {
    Path file = dir.resolve("list.csv");
    Files.writeString(file, "code,name,price\n1,Tea,240\n2,Cake,2.5\n");

    assertThat(badRows(PriceListReader.read(file, ONE, CurrencyUnit.of("JPY"))))
        .singleElement()
        .asString()
        .startsWith("line 3, price \"2.5\": JPY has 0 decimals");
  }

  @Test
  void openQuoteIsNamed() throws IOException {
    PriceList list = read(ONE, "code,name,price\n1,\"Tea,2.40\n2,Cake,1.00\n");

    assertThat(badRows(list)).isNotEmpty();
  }

  private static String quoted(String row) {
    return Stream.of(row.split(";", -1))
        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
        .reduce((left, right) -> left + "," + right)
        .orElseThrow();
  }

  private PriceList read(TaxCategories taxes, String text) throws IOException {
    Path file = dir.resolve("list.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return PriceListReader.read(file, taxes, CurrencyUnit.GBP);
  }

  private static List<BadRow> badRows(PriceList list) {
    return ((PriceList.Refused) list).badRows();
  }
}
