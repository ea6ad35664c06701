package dev.tillbridge.pricebook.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a supplier's price list becomes items; docs/price-book-mapping.md explains every key.
 *
 * @param currency ISO 4217 code, null for that of HQ's settings
 * @param units words of the unit column
 * @param otherUnits what an item is whose unit no rule names
 */
public record Mapping(
    @Nullable String currency,
    FileLayout file,
    Columns columns,
    Numbers numbers,
    Codes codes,
    BarcodeRules barcodes,
    PriceRules prices,
    List<UnitRule> units,
    OtherUnits otherUnits,
    TaxRule tax,
    RowRules rows) {

  /** What an item is whose unit no rule names. */
  public enum OtherUnits {
    /** Any quantity may be entered. */
    @JsonProperty("any-quantity")
    ANY_QUANTITY,
    /** A bad row. */
    @JsonProperty("refuse")
    REFUSE
  }

  private static final StrictYaml YAML = new StrictYaml();

  public Mapping {
    if (columns == null) {
      throw new IllegalArgumentException("columns is missing: say where code, name and price are.");
    }
    if (tax == null) {
      throw new IllegalArgumentException(
          "tax is missing: say which tax category items have, for example otherwise: STANDARD.");
    }
    file = file == null ? FileLayout.standard() : file;
    numbers = numbers == null ? Numbers.standard() : numbers;
    codes = codes == null ? Codes.standard() : codes;
    barcodes = barcodes == null ? BarcodeRules.standard() : barcodes;
    prices = prices == null ? PriceRules.standard() : prices;
    units = units == null ? List.of() : List.copyOf(units);
    rows = rows == null ? RowRules.standard() : rows;
    otherUnits = otherUnits == null ? OtherUnits.REFUSE : otherUnits;
    if (columns.unit() != null && units.isEmpty() && otherUnits == OtherUnits.REFUSE) {
      throw new IllegalArgumentException(
          "columns names a unit column: units must say what its words mean, or leave it out.");
    }
  }

  /**
   * Reads a mapping file.
   *
   * @throws InvalidMapping naming line, key and what is allowed
   * @throws IOException when it cannot be read
   */
  public static Mapping read(Path file) throws IOException {
    return YAML.read(file, Mapping.class);
  }

  /** Reads a mapping from a text; {@code name} is what messages call it. */
  public static Mapping parse(String yaml, String name) {
    return YAML.read(yaml, name, Mapping.class);
  }
}
