package dev.tillbridge.pricebook.pricelist;

import dev.tillbridge.model.pricebook.BookValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tax categories from a file with the columns category, name, percent, mode. */
public final class TaxFile {

  private static final Set<String> NEEDED = Set.of("category", "percent", "mode");
  private static final Set<String> ALLOWED =
      new TreeSet<>(Set.of("category", "name", "percent", "mode"));

  private TaxFile() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming every row that is wrong
   * @throws IOException when the file cannot be read
   */
  public static List<BookValue.TaxCategory> read(Path file) throws IOException {
    List<BookValue.TaxCategory> categories = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    CsvFile.read(
            file,
            NEEDED,
            ALLOWED,
            row -> {
              try {
                categories.add(
                    TaxCategories.of(
                        row.get("category"),
                        row.get("name"),
                        row.get("percent"),
                        TaxCategories.mode(row.get("mode"))));
              } catch (IllegalArgumentException e) {
                wrong.add("line " + row.line() + ": " + e.getMessage());
              }
            })
        .ifPresent(bad -> wrong.add(bad.toString()));
    if (categories.isEmpty() && wrong.isEmpty()) {
      wrong.add("it has no rows");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "The tax file " + file + " is refused:\n  " + String.join("\n  ", wrong));
    }
    return categories;
  }
}
