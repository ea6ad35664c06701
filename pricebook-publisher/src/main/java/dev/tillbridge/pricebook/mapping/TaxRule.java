package dev.tillbridge.pricebook.mapping;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tax category an item has: by its tax column, else by its category, else otherwise.
 *
 * @param byValue text of the tax column to tax category
 * @param byCategory text of the category column to tax category
 * @param otherwise when neither names one, null when that is a bad row
 * @param categories their rates; empty when those of the published book stay
 */
public record TaxRule(
    Map<String, String> byValue,
    Map<String, String> byCategory,
    @Nullable String otherwise,
    List<Category> categories) {

  /** A tax category and its rate in percent. */
  public record Category(String code, @Nullable String name, BigDecimal percent, TaxMode mode) {

    public Category {
      Objects.requireNonNull(code, "code is missing");
      Objects.requireNonNull(percent, "percent is missing");
      if (mode == null) {
        throw new IllegalArgumentException(
            "Tax category " + code + " needs mode: inclusive or exclusive.");
      }
    }

    BookValue.TaxCategory value() {
      return new BookValue.TaxCategory(
          name == null ? code : name, new TaxRate(code, percent, mode));
    }
  }

  public TaxRule {
    byValue = byWord(byValue);
    byCategory = byWord(byCategory);
    categories = categories == null ? List.of() : List.copyOf(categories);
    Set<String> codes = categories.stream().map(Category::code).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>(byValue.values());
    named.addAll(byCategory.values());
    if (otherwise != null) {
      named.add(otherwise);
    }
    if (codes.size() < categories.size()) {
      throw new IllegalArgumentException("A tax category is twice in categories.");
    }
    if (named.isEmpty()) {
      throw new IllegalArgumentException("tax needs by-value, by-category or otherwise.");
    }
    named.removeAll(codes);
    if (!codes.isEmpty() && !named.isEmpty()) {
      throw new IllegalArgumentException(
          "No rate is given for %s; categories has %s."
              .formatted(String.join(", ", named), String.join(", ", new TreeSet<>(codes))));
    }
  }

  /** The rates given, as the book has them. */
  public List<BookValue.TaxCategory> values() {
    return categories.stream().map(Category::value).toList();
  }

  /** The category of a row; empty when nothing names one. */
  public Optional<String> of(String taxText, String categoryText) {
    String found = byValue.get(taxText.strip());
    if (found == null && !taxText.isBlank() && !byValue.isEmpty()) {
      return Optional.empty();
    }
    if (found == null) {
      found = byCategory.get(categoryText.strip());
    }
    return Optional.ofNullable(found == null ? otherwise : found);
  }

  private static Map<String, String> byWord(@Nullable Map<String, String> given) {
    Map<String, String> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (given != null) {
      given.forEach((word, code) ->
          words.put(word.strip(), Objects.requireNonNull(code, "tax of " + word + " is missing")));
    }
    return words;
  }
}
