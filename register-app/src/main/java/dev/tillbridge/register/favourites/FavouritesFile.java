package dev.tillbridge.register.favourites;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.register.favourites.FavouritePage.Favourite;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code page,colour,item,label} rows; pages and keys keep the order of the file. */
public final class FavouritesFile {

  static final int PAGES_MAX = 9;
  static final int KEYS_MAX = 60;

  private static final List<String> COLUMNS = List.of("page", "colour", "item", "label");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private FavouritesFile() {}

  /**
   * @throws InvalidSetting naming file, row and what is allowed
   */
  public static List<FavouritePage> read(Path file) {
    Map<String, List<Favourite>> pages = new LinkedHashMap<>();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(text)) {
      if (!rows.getHeaderNames().equals(COLUMNS)) {
        throw wrong(file, 1, "columns " + rows.getHeaderNames() + "; they are " + COLUMNS);
      }
      for (CSVRecord row : rows) {
        add(pages, file, row);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidSetting(
          "The favourites file %s cannot be read (%s). Nothing was started; correct favourites.file or take the key away."
              .formatted(file, e.getMessage()));
    }
    List<FavouritePage> read = new ArrayList<>();
    pages.forEach((title, keys) -> read.add(new FavouritePage(title, keys)));
    return read;
  }

  private static void add(Map<String, List<Favourite>> pages, Path file, CSVRecord row) {
    if (!row.isConsistent() || row.get("page").isEmpty() || row.get("item").isEmpty()) {
      throw wrong(file, line(row), "a row without page or item; it is page,colour,item,label");
    }
    List<Favourite> keys = pages.computeIfAbsent(row.get("page"), page -> new ArrayList<>());
    if (pages.size() > PAGES_MAX || keys.size() == KEYS_MAX) {
      throw wrong(
          file,
          line(row),
          "too much; there are at most %d pages of %d keys".formatted(PAGES_MAX, KEYS_MAX));
    }
    try {
      String label = row.get("label");
      keys.add(
          new Favourite(
              row.get("item"), label.isEmpty() ? null : label, Colour.of(row.get("colour"))));
    } catch (IllegalArgumentException e) {
      throw wrong(file, line(row), String.valueOf(e.getMessage()));
    }
  }

  private static long line(CSVRecord row) {
    return row.getParser().getCurrentLineNumber();
  }

  private static InvalidSetting wrong(Path file, long line, String what) {
    return new InvalidSetting(
        "%s, line %d: %s. Nothing was started; correct the file or take favourites.file away."
            .formatted(file, line, what));
  }
}
