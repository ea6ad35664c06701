package dev.tillbridge.it.bench;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Two chains' published price lists, read with the mappings that the project ships. The lists lie
 * in {@code ../shared/data/price-lists} or below {@code -Dtillbridge.data}.
 */
final class RealLists {

  private final Path lists;
  private final Path mappings;

  private RealLists(Path lists, Path mappings) {
    this.lists = lists;
    this.mappings = mappings;
  }

  /**
   * Finds them.
   *
   * @throws IllegalStateException when they are not there
   */
  static RealLists find() {
    Path home = Path.of(System.getProperty("tillbridge.home", ".")).toAbsolutePath().normalize();
    String named = System.getProperty("tillbridge.data");
    Path lists =
        (named == null ? home.resolve("../shared/data") : Path.of(named)).resolve("price-lists");
    if (!Files.isDirectory(lists)) {
      throw new IllegalStateException(
          "There are no price lists in %s. Give their folder: JAVA_TOOL_OPTIONS=-Dtillbridge.data=DIR."
              .formatted(lists.normalize()));
    }
    return new RealLists(lists, home.resolve("config/mappings"));
  }

  /** A whole chain: 12,622 rows. */
  List<BookValue> konzum() {
    return read("konzum-2025-12.csv", "konzum.yaml");
  }

  /** One store's first night: 12,894 rows. */
  List<BookValue> firstNight() {
    return read("lidl-104-2026-01-22.csv", "lidl.yaml");
  }

  /** The night after it: 12,918 rows. */
  List<BookValue> secondNight() {
    return read("lidl-104-2026-01-23.csv", "lidl.yaml");
  }

  private List<BookValue> read(String list, String mapping) {
    try {
      return switch (PriceListImport.read(
          lists.resolve(list), Mapping.read(mappings.resolve(mapping)), CurrencyUnit.EUR)) {
        case ImportedList.Taken taken -> taken.values();
        case ImportedList.Refused refused ->
            throw new IllegalStateException(list + " is refused: " + refused.counts());
      };
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + list + " in " + lists + ".", e);
    }
  }
}
