package dev.tillbridge.pricebook.inspection;

import dev.tillbridge.pricebook.importing.CharsetGuess;
import dev.tillbridge.pricebook.importing.Row;
import dev.tillbridge.pricebook.importing.SourceFile;
import dev.tillbridge.pricebook.importing.UnreadableList;
import dev.tillbridge.pricebook.mapping.FileLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a list, read the way that gives the most even rows.
 *
 * @param charset null for a workbook
 * @param heading null when there are no headings
 * @param rows after the heading
 */
record Sample(
    @Nullable CharsetGuess charset, FileLayout layout, @Nullable Row heading, List<Row> rows) {

  private static final int ROWS_MAX = 50_000;
  private static final int HEADING_LOOKED_FOR = 40;
  private static final List<String> DELIMITERS = List.of(",", ";", "tab", "|");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when the file has no columns in any way of reading it
   */
  static Sample of(Path file) throws IOException {
    boolean workbook = SourceFile.isWorkbook(file);
    @Nullable CharsetGuess charset = workbook ? null : CharsetGuess.of(file);
    String name = charset == null ? "auto" : charset.charset().name();
    @Nullable FileLayout best = null;
    double bestEvenness = 0;
    for (String delimiter : workbook ? List.of(",") : DELIMITERS) {
      FileLayout layout = new FileLayout(name, delimiter, "\"", 1, null);
      double evenness = evenness(read(file, layout, 500));
      if (evenness > bestEvenness) {
        best = layout;
        bestEvenness = evenness;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "No way of reading %s gives at least two columns: is it a price list? Nothing was proposed."
              .formatted(file));
    }
    return withHeading(charset, best, read(file, best, ROWS_MAX));
  }

  private static Sample withHeading(
      @Nullable CharsetGuess charset, FileLayout layout, List<Row> rows) {
    int width = usualWidth(rows);
    for (int i = 0; i < Math.min(HEADING_LOOKED_FOR, rows.size()); i++) {
      Row row = rows.get(i);
      if (filled(row) * 3L >= width * 2L && width(row) * 2 > width) {
        boolean isHeading = row.cells().stream().noneMatch(Sample::isNumber);
        int line = isHeading ? (int) row.line() : 0;
        FileLayout found =
            new FileLayout(layout.charset(), layout.delimiter(), layout.quote(), line, null);
        return isHeading
            ? new Sample(charset, found, row, rows.subList(i + 1, rows.size()))
            : new Sample(charset, found, null, rows.subList(i, rows.size()));
      }
    }
    return new Sample(
        charset,
        new FileLayout(layout.charset(), layout.delimiter(), layout.quote(), 0, null),
        null,
        rows);
  }

  private static List<Row> read(Path file, FileLayout layout, int max) throws IOException {
    List<Row> rows = new ArrayList<>();
    try {
      SourceFile.read(
          file,
          layout,
          row -> {
            rows.add(row);
            return rows.size() < max;
          });
    } catch (UnreadableList e) {
      // this delimiter does not fit the quotes; what was read counts
      return rows;
    }
    return rows;
  }

  /** Share of the rows that have the usual number of cells, more for more cells. */
  private static double evenness(List<Row> rows) {
    int usual = usualWidth(rows);
    long even = rows.stream().filter(row -> width(row) == usual).count();
    return usual < 2 ? 0 : (double) even / rows.size() + Math.min(usual, 40) / 100.0;
  }

  private static int usualWidth(List<Row> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    rows.forEach(row -> widths.merge(width(row), 1, Integer::sum));
    return widths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static int width(Row row) {
    return row.cells().size();
  }

  private static long filled(Row row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static boolean isNumber(String cell) {
    return cell.strip().matches("[0-9]+([.,][0-9]+)?");
  }
}
