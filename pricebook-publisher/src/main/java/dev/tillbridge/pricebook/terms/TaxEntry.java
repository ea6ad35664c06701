package dev.tillbridge.pricebook.terms;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tax category as the file says it.
 *
 * @param later percentages from a date on
 */
record TaxEntry(
    String category,
    @Nullable String name,
    BigDecimal percent,
    TaxMode mode,
    List<BookValue.LaterRate> later) {

  TaxEntry {
    if (category == null || percent == null || mode == null) {
      throw new IllegalArgumentException(
          "A tax category needs category, percent and mode (inclusive or exclusive).");
    }
    later = later == null ? List.of() : List.copyOf(later);
    for (BookValue.LaterRate rate : later) {
      requireRate(category, rate.percent(), mode);
    }
    requireRate(category, percent, mode);
  }

  BookValue.TaxCategory taxCategory() {
    return new BookValue.TaxCategory(
        name == null ? category : name, new TaxRate(category, percent, mode), later);
  }

  private static void requireRate(String category, BigDecimal percent, TaxMode mode) {
    TaxRate checked = new TaxRate(category, percent, mode);
    if (!checked.percent().equals(percent)) {
      throw new IllegalArgumentException("A rate is written in percent; got " + percent + ".");
    }
  }
}
