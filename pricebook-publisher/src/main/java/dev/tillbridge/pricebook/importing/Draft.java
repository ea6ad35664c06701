package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.SaleUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as its first row says it, with the barcodes of all its rows. */
final class Draft {

  final long line;
  final String code;
  final String name;
  final @Nullable BigDecimal regular;
  final @Nullable BigDecimal promotional;
  final String tax;
  final @Nullable String category;
  final @Nullable SaleUnit unit;
  final List<String> barcodes = new ArrayList<>(1);

  /** Its rows contradict each other: which one is right nobody can tell, so it is left out. */
  boolean contradictory;

  Draft(
      long line,
      String code,
      String name,
      @Nullable BigDecimal regular,
      @Nullable BigDecimal promotional,
      String tax,
      @Nullable String category,
      @Nullable SaleUnit unit) {
    this.line = line;
    this.code = code;
    this.name = name;
    this.regular = regular;
    this.promotional = promotional;
    this.tax = tax;
    this.category = category;
    this.unit = unit;
  }
}
