package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every row of a list with a problem or a note, as a file for a spreadsheet. */
public final class BadRowCsv {

  private BadRowCsv() {}

  /** Writes it there and leaves it open. */
  public static void write(Writer writer, ImportedList list) throws IOException {
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    csv.printRecord("kind", "line", "field", "value", "reason");
    for (BadRow row : list.badRows()) {
      csv.printRecord("bad row", row.line(), row.field(), row.value(), row.reason());
    }
    for (BadRow row : list.warnings()) {
      csv.printRecord("note", row.line(), row.field(), row.value(), row.reason());
    }
    csv.flush();
  }
}
