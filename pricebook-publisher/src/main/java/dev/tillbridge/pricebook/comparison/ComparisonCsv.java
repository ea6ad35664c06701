package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A comparison as a file for a spreadsheet: a line for each key that differs. */
public final class ComparisonCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("key", "name", "kind", "old price", "new price", "percent", "outlier", "words")
          .get();

  private ComparisonCsv() {}

  /** Writes the file anew, UTF-8. */
  public static void write(Path file, Comparison comparison) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      write(writer, comparison);
    }
  }

  /** Writes it there and leaves it open. */
  public static void write(Writer writer, Comparison comparison) throws IOException {
    CSVPrinter rows = new CSVPrinter(writer, FORMAT);
    for (Change change : comparison.changes()) {
      rows.printRecord(
          change.key(),
          change.value() instanceof BookValue.Item item ? item.name() : "",
          change.kind().name().toLowerCase(Locale.ROOT),
          price(change.was()),
          price(change.now()),
          change.largest().map(p -> p.percent().toPlainString()).orElse(""),
          outlier(change),
          String.join("; ", change.words()));
    }
    rows.flush();
  }

  private static String price(@Nullable BookValue value) {
    return value instanceof BookValue.Item item ? item.price().getAmount().toPlainString() : "";
  }

  private static String outlier(Change change) {
    if (change.prices().stream().anyMatch(PriceChange::looksLikeASlip)) {
      return "decimal slip?";
    }
    return change.isOutlier(Comparison.OUTLIER_PERCENT) ? "yes" : "";
  }
}
