package dev.tillbridge.pricebook.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Which column holds what: its heading in any language, or its number from 1. Null columns are not
 * in the file.
 */
public record Columns(
    String code,
    String name,
    @Nullable String price,
    @Nullable String promotionalPrice,
    @Nullable String barcodes,
    @Nullable String unit,
    @Nullable String category,
    @Nullable String tax) {

  public Columns {
    if (code == null || name == null) {
      throw new IllegalArgumentException("columns needs code and name: heading or number of each.");
    }
    if (price == null && promotionalPrice == null) {
      throw new IllegalArgumentException("columns needs price, promotional-price or both.");
    }
  }
}
