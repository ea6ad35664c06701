package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.Columns;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where in a row each column is, counted from 0; -1 for one that is not in the file. */
record Places(
    int code,
    int name,
    int price,
    int promotionalPrice,
    int barcodes,
    int unit,
    int category,
    int tax,
    int width) {

  /** Finds the columns by heading, else by number. */
  private static final class Search {

    private final List<String> headings;
    private final long line;
    private final List<BadRow> missing = new ArrayList<>();

    Search(List<String> headings, long line) {
      this.headings = headings.stream().map(Places::folded).toList();
      this.line = line;
    }

    int of(String key, @Nullable String wanted) {
      if (wanted == null) {
        return -1;
      }
      int found = headings.indexOf(folded(wanted));
      if (found >= 0) {
        if (headings.lastIndexOf(folded(wanted)) != found) {
          missing.add(
              new BadRow(
                  line,
                  "columns." + key,
                  wanted,
                  "two columns have this heading; give its number"));
        }
        return found;
      }
      if (wanted.matches("[1-9][0-9]{0,3}")) {
        return Integer.parseInt(wanted) - 1;
      }
      missing.add(
          new BadRow(
              line,
              "columns." + key,
              wanted,
              headings.isEmpty()
                  ? "without headings (header-line 0) a column is given by its number from 1"
                  : "no such heading; this line has " + String.join(" | ", headings)));
      return -1;
    }
  }

  /**
   * Finds them.
   *
   * @param heading null for a file without headings
   * @throws UnreadableList naming the first column that is not there, and the headings there are
   */
  static Places of(Columns columns, @Nullable Row heading) throws UnreadableList {
    Search search =
        heading == null ? new Search(List.of(), 1) : new Search(heading.cells(), heading.line());
    int[] all = {
      search.of("code", columns.code()),
      search.of("name", columns.name()),
      search.of("price", columns.price()),
      search.of("promotional-price", columns.promotionalPrice()),
      search.of("barcodes", columns.barcodes()),
      search.of("unit", columns.unit()),
      search.of("category", columns.category()),
      search.of("tax", columns.tax())
    };
    if (!search.missing.isEmpty()) {
      throw new UnreadableList(search.missing.getFirst());
    }
    int width = heading == null ? 0 : heading.cells().size();
    for (int place : all) {
      width = Math.max(width, place + 1);
    }
    return new Places(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], width);
  }

  private static String folded(String heading) {
    return heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
