package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.FileLayout;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a text file. */
final class TextRows {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private TextRows() {}

  static void read(Path file, FileLayout layout, RowTaker taker)
      throws IOException, UnreadableList {
    Charset charset =
        layout.namedCharset().isPresent()
            ? layout.namedCharset().get()
            : CharsetGuess.of(file).charset();
    long before = Math.max(0, layout.headerLine() - 1);
    long line = before + 1;
    try (BufferedReader reader = open(file, charset)) {
      for (long i = 0; i < before; i++) {
        reader.readLine();
      }
      try (CSVParser parser = format(layout).parse(reader)) {
        Iterator<CSVRecord> records = parser.iterator();
        long count = 0;
        boolean more = true;
        while (more && records.hasNext()) {
          CSVRecord cells = records.next();
          requireRoom(++count, line);
          Row row = new Row(line, cells.toList(), null);
          line = before + parser.getCurrentLineNumber() + 1;
          more = row.isBlank() || taker.take(row);
        }
      }
    } catch (CharacterCodingException e) {
      throw notIn(charset, line);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notIn(charset, line);
      }
      throw new UnreadableList(
          new BadRow(line, "row", "", "quotes do not match: " + e.getMessage()));
    }
  }

  /** A header line counts as one of the rows here. */
  static void requireRoom(long count, long line) throws UnreadableList {
    if (count > SourceFile.ROWS_MAX + 1L) {
      throw new UnreadableList(
          new BadRow(
              line,
              "rows",
              "" + count,
              "at most %,d rows are read".formatted(SourceFile.ROWS_MAX)));
    }
  }

  private static CSVFormat format(FileLayout layout) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(layout.delimiterCharacter())
        .setQuote(layout.quoteCharacter())
        .setIgnoreEmptyLines(false)
        .get();
  }

  private static BufferedReader open(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static UnreadableList notIn(Charset charset, long line) {
    return new UnreadableList(
        new BadRow(
            line,
            "charset",
            charset.name(),
            "at or shortly after this line are bytes that are not "
                + charset.name()
                + "; pricebook inspect proposes a charset"));
  }
}
