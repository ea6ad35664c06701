package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {

  private static final Path SAMPLE_TERMS = Path.of("..", "config", "sample-promotions.yaml");

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path list = Path.of("");

  @BeforeEach
  void writeList() throws IOException {
    list = dir.resolve("list.csv");
    Files.writeString(
        list,
        """
        Sku;Product name;Price;Ean
        1001;Semi-skimmed milk;1,25;96385074
        1002;Whole milk;1,955;
        """);
  }

  @Test
  void proposedMappingIsWrittenOnceAndImportsTheList() throws IOException {
    Path mapping = dir.resolve("m.yaml");

    int inspected = run("inspect", list.toString(), "--out", mapping.toString());
    int again = run("inspect", list.toString(), "--out", mapping.toString());
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace("#currency: EUR", "currency: EUR")
            .replace("tolerance: 0", "tolerance: 1"));
    int imported =
        run(
            "import",
            list.toString(),
            "--mapping",
            mapping.toString(),
            "--book",
            dir.resolve("book.jsonl").toString());

    assertThat(inspected).isZero();
    assertThat(again).isEqualTo(Main.REFUSED);
    assertThat(err.toString()).contains("exists already and stays as it is");
    assertThat(imported).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Nothing was proposed or published: give --config");
    assertThat(Files.readString(dir.resolve("book.jsonl")))
        .isEqualTo(
            """
            {"v":1,"value":{"type":"item","code":"1001","name":"Semi-skimmed milk","price":"EUR 1.25","taxCategory":"STANDARD","barcodes":["96385074"]}}
            """);
  }

  @Test
  void refusedListIsReportedRowByRow() throws IOException {
    Path mapping = dir.resolve("m.yaml");
    Files.writeString(
        mapping,
        """
        currency: EUR
        file: {delimiter: ";"}
        columns: {code: Sku, name: Product name, price: Price, barcodes: Ean}
        numbers: {decimal-separator: ","}
        tax: {otherwise: STANDARD}
        """);
    Path report = dir.resolve("report.csv");

    int refused =
        run(
            "import",
            list.toString(),
            "--mapping",
            mapping.toString(),
            "--report",
            report.toString());

    assertThat(refused).isEqualTo(Main.REFUSED);
    assertThat(err.toString()).contains("1 bad rows, 0 are tolerated. Nothing was imported.");
    assertThat(Files.readString(report))
        .contains("bad row,3,price,\"1,955\",EUR has 2 decimals; prices are not rounded here");
  }

  @Test
  void termsAreTakenAlone() throws IOException {
    Path book = dir.resolve("book.jsonl");

    int taken = run("import", "--terms", SAMPLE_TERMS.toString(), "--book", book.toString());

    assertThat(taken).as(err.toString()).isZero();
    assertThat(Files.readAllLines(book)).hasSize(14);
  }

  @Test
  void listWithoutMappingIsRefused() {
    int refused = run("import", list.toString());

    assertThat(refused).isEqualTo(Main.REFUSED);
    assertThat(err.toString()).contains("Give a price list and its --mapping M.yaml");
  }

  private int run(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
