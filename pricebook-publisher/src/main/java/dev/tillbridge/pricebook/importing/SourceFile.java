package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.FileLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rows of a file: text with delimiters, or the sheet of a workbook. */
public final class SourceFile {

  /** A longer list is refused. */
  public static final int ROWS_MAX = 1_000_000;

  private SourceFile() {}

  /**
   * Hands over the rows from the heading line on, blank ones left out, until no more are wanted.
   *
   * @throws UnreadableList when the text is not in the charset, quotes do not match, the sheet is
   *     missing or there are more than {@link #ROWS_MAX} rows
   * @throws IOException when the file cannot be read
   */
  public static void read(Path file, FileLayout layout, RowTaker taker)
      throws IOException, UnreadableList {
    if (isWorkbook(file)) {
      WorkbookRows.read(file, layout, taker);
    } else {
      TextRows.read(file, layout, taker);
    }
  }

  /** Whether it is an XLSX file, by its first bytes. */
  public static boolean isWorkbook(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] first = bytes.readNBytes(4);
      return first.length == 4
          && first[0] == 'P'
          && first[1] == 'K'
          && first[2] == 3
          && first[3] == 4;
    }
  }
}
