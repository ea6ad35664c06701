package dev.tillbridge.pricebook.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookImportTest {

  private static final String MAPPING =
      """
      file: {sheet: %s, header-line: 2}
      columns: {code: Artikel, name: Bezeichnung, price: Preis, barcodes: EAN}
      numbers: {decimal-separator: ","}
      barcodes: {pad-to: 8}
      tax: {otherwise: STANDARD}
      """;

  @TempDir Path dir;

  private Path file = Path.of("");

  @BeforeEach
  void writeWorkbook() throws IOException {
    file = dir.resolve("list.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      workbook.newWorksheet("Notes").value(0, 0, "nothing here");
      Worksheet prices = workbook.newWorksheet("Preise");
      prices.value(0, 0, "Preisliste");
      String[] heading = {"Artikel", "Bezeichnung", "Preis", "EAN"};
      for (int i = 0; i < heading.length; i++) {
        prices.value(1, i, heading[i]);
      }
      prices.value(2, 0, 1001);
      prices.value(2, 1, "Brötchen");
      prices.value(2, 2, 1.1);
      prices.value(2, 3, 4006381333931L);
      prices.value(3, 0, "A7");
      prices.value(3, 1, "Tee");
      prices.value(3, 2, "2,40");
    }
  }

  @Test
  void numbersAndTextsOfASheetAreReadAsTheyAreMeant() throws IOException {
    ImportedList imported =
        PriceListImport.read(
            file, Mapping.parse(MAPPING.formatted("Preise"), "M.yaml"), CurrencyUnit.EUR);

    assertThat(imported.badRows()).isEmpty();
    assertThat(((ImportedList.Taken) imported).values())
        .containsExactly(
            new BookValue.Item(
                "1001",
                "Brötchen",
                Money.parse("EUR 1.10"),
                "STANDARD",
                java.util.List.of("4006381333931")),
            new BookValue.Item(
                "A7", "Tee", Money.parse("EUR 2.40"), "STANDARD", java.util.List.of()));
  }

  @Test
  void missingSheetIsRefusedWithTheSheetsThereAre() throws IOException {
    ImportedList imported =
        PriceListImport.read(
            file, Mapping.parse(MAPPING.formatted("Prices"), "M.yaml"), CurrencyUnit.EUR);

    assertThat(imported.badRows())
        .singleElement()
        .hasToString(
            "line 1, sheet \"Prices\": the workbook has no such sheet; it has Notes, Preise");
  }
}
