package dev.tillbridge.pricebook;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.importing.BadRowCsv;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells what came of an import, on the screen and in files. */
final class ImportReport {

  private static final int ROWS_PRINTED_MAX = 50;

  private ImportReport() {}

  static void print(ImportedList list, PrintWriter out) {
    print(list, out, "", ROWS_PRINTED_MAX);
  }

  /** The same with something before each line, and fewer rows. */
  static void print(ImportedList list, PrintWriter out, String before, int rowsMax) {
    ImportedList.Counts counts = list.counts();
    String numbers =
        """
        rows                %,d
        items               %,d
          without barcode   %,d
          weighed           %,d
          at promotional price only %,d
        barcodes            %,d
        promotions          %,d
        rows left out       %,d (tolerated: %,d)
        notes               %,d\
        """
            .formatted(
                counts.rows(),
                counts.items(),
                counts.withoutBarcode(),
                counts.weighed(),
                counts.promotionalOnly(),
                counts.barcodes(),
                counts.promotions(),
                counts.leftOut(),
                counts.tolerated(),
                list.warnings().size());
    numbers.lines().forEach(line -> out.println(before + line));
    print("Left out", list.badRows(), out, before, rowsMax);
    print("Notes", list.warnings(), out, before, rowsMax);
  }

  /** Every row with a problem or a note, as CSV. */
  static void write(ImportedList list, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      BadRowCsv.write(writer, list);
    }
  }

  /** The values as they would travel, one per line. */
  static void writeBook(List<BookValue> values, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (BookValue value : values) {
        out.write(Wire.BOOK_VALUE.encode(value));
        out.write('\n');
      }
    }
  }

  private static void print(
      String title, List<BadRow> rows, PrintWriter out, String before, int rowsMax) {
    if (rows.isEmpty()) {
      return;
    }
    out.println(before + title + ":");
    rows.stream().limit(rowsMax).forEach(row -> out.println(before + "  " + row));
    if (rows.size() > rowsMax) {
      out.println(
          before
              + "  and %,d more; import --report R.csv writes all"
                  .formatted(rows.size() - rowsMax));
    }
  }
}
