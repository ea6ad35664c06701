package dev.tillbridge.it.replay;

import dev.tillbridge.it.invoice.ImpliedBook;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An implied price book written as a file for {@code pricebook publish}. */
public final class PriceBookFile {

  private PriceBookFile() {}

  public static void write(ImpliedBook book, Path file) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader("code", "name", "price", "tax", "barcodes")
            .get();
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter csv = format.print(writer)) {
      for (ImpliedBook.Item item : book.items()) {
        csv.printRecord(item.code(), item.name(), item.price().toPlainString(), "STANDARD", "");
      }
    }
  }
}
