package dev.tillbridge.pricebook.pricelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A comma-separated file in UTF-8 whose first line names the columns, in any order. */
final class CsvFile {

  /** A longer file is refused. */
  static final int ROWS_MAX = 1_000_000;

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .get();

  /** One row; an absent column's value is empty. */
  record Row(long line, CSVRecord cells) {

    String get(String column) {
      return cells.isSet(column) ? cells.get(column).strip() : "";
    }
  }

  /** Takes the rows as they come. */
  interface Rows {
    void take(Row row);
  }

  private CsvFile() {}

  /**
   * Reads all rows.
   *
   * @return what is wrong with the file as a whole, empty when nothing is
   * @throws IOException when it cannot be read
   */
  static Optional<BadRow> read(Path file, Set<String> needed, Set<String> allowed, Rows rows)
      throws IOException {
    try (BufferedReader reader = open(file);
        CSVParser parser = FORMAT.parse(reader)) {
      Optional<BadRow> heading = heading(parser.getHeaderNames(), needed, allowed);
      if (heading.isPresent()) {
        return heading;
      }
      return rows(parser, rows);
    } catch (CharacterCodingException e) {
      return Optional.of(notUtf8());
    } catch (IllegalArgumentException e) {
      return Optional.of(new BadRow(1, "columns", "", String.valueOf(e.getMessage())));
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static Optional<BadRow> heading(
      List<String> found, Set<String> needed, Set<String> allowed) {
    List<String> columns = new ArrayList<>();
    found.forEach(name -> columns.add(name.strip().toLowerCase(Locale.ROOT)));
    for (String column : columns) {
      if (!allowed.contains(column)) {
        return Optional.of(
            new BadRow(
                1, "column", column, "unknown; the columns are " + String.join(", ", allowed)));
      }
    }
    for (String column : needed) {
      if (!columns.contains(column)) {
        return Optional.of(
            new BadRow(
                1,
                "columns",
                String.join(",", found),
                "\"" + column + "\" is missing; the first line names the columns"));
      }
    }
    return Optional.empty();
  }

  private static Optional<BadRow> rows(CSVParser parser, Rows rows)
      throws CharacterCodingException {
    int count = 0;
    Iterator<CSVRecord> records = parser.iterator();
    try {
      while (records.hasNext()) {
        long line = parser.getCurrentLineNumber();
        CSVRecord cells = records.next();
        if (++count > ROWS_MAX) {
          return Optional.of(
              new BadRow(line, "rows", "" + count, "at most %,d are read".formatted(ROWS_MAX)));
        }
        rows.take(new Row(line, cells));
      }
      return Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        return Optional.of(notUtf8());
      }
      return Optional.of(
          new BadRow(
              parser.getCurrentLineNumber(),
              "row",
              "",
              "quotes do not match: " + String.valueOf(e.getMessage())));
    }
  }

  private static BadRow notUtf8() {
    return new BadRow(1, "file", "", "it is not UTF-8; save it as UTF-8 and try again");
  }
}
