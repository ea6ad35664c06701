package dev.tillbridge.pricebook.pricelist;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tax categories that a price list may name. */
public final class TaxCategories {

  private final Map<String, BookValue.TaxCategory> byCode = new LinkedHashMap<>();

  /**
   * These categories.
   *
   * @throws IllegalArgumentException when one is named twice
   */
  public TaxCategories(Collection<BookValue.TaxCategory> categories) {
    for (BookValue.TaxCategory category : categories) {
      if (byCode.put(category.rate().category(), category) != null) {
        throw new IllegalArgumentException(
            "The tax category " + category.rate().category() + " is given twice.");
      }
    }
  }

  /**
   * A category written like {@code STANDARD=20}.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static BookValue.TaxCategory parse(String text, TaxMode mode) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "A tax category is written like STANDARD=20 (percent); got \"" + text + "\".");
    }
    return of(text.substring(0, equals).strip(), "", text.substring(equals + 1), mode);
  }

  /**
   * A category from the parts of a row.
   *
   * @param name its code again when blank
   * @throws IllegalArgumentException with what is allowed
   */
  static BookValue.TaxCategory of(String code, String name, String percent, TaxMode mode) {
    BigDecimal rate;
    try {
      rate = new BigDecimal(percent.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Tax category "
              + code
              + ": a rate is a number of percent like 20 or 5.5; got \""
              + percent
              + "\".",
          e);
    }
    return new BookValue.TaxCategory(
        name.isBlank() ? code : name.strip(), new TaxRate(code, rate, mode));
  }

  /**
   * The mode by its name in any case.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  static TaxMode mode(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "inclusive" -> TaxMode.INCLUSIVE;
      case "exclusive" -> TaxMode.EXCLUSIVE;
      default ->
          throw new IllegalArgumentException(
              "A mode is inclusive (the price holds the tax) or exclusive; got \"" + text + "\".");
    };
  }

  /** All of them, in the order they were given. */
  public List<BookValue.TaxCategory> all() {
    return List.copyOf(byCode.values());
  }

  boolean has(String code) {
    return byCode.containsKey(code);
  }

  /** The one that a row without a tax category has: only when there is no choice. */
  Optional<String> only() {
    @Nullable String only = byCode.size() == 1 ? byCode.keySet().iterator().next() : null;
    return Optional.ofNullable(only);
  }

  @Override
  public String toString() {
    return String.join(", ", byCode.keySet());
  }
}
