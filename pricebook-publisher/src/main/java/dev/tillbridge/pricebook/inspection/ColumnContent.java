package dev.tillbridge.pricebook.inspection;

import dev.tillbridge.model.pricebook.Gtin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells of a column look like. */
final class ColumnContent {

  private static final int WORDS_MAX = 1000;
  private static final Pattern PRICE =
      Pattern.compile("[^0-9]{0,4}[0-9]{1,3}([ .,\u00a0]?[0-9]{3})*([.,][0-9]{1,3})?[^0-9]{0,4}");
  private static final Pattern DECIMALS = Pattern.compile(".*[0-9][.,][0-9]{1,2}[^0-9]*");
  private static final Pattern BETWEEN_BARCODES = Pattern.compile("[^0-9]+");
  private static final Set<Integer> GTIN_LENGTHS = Set.of(8, 12, 13, 14);

  final String heading;
  int filled;
  int gtins;
  int prices;
  int withDecimals;
  int withLetters;
  long characters;
  final Map<String, Integer> words = new HashMap<>();
  private final Set<String> distinct = new HashSet<>();

  ColumnContent(String heading) {
    this.heading = heading;
  }

  void add(String cell) {
    if (cell.isEmpty()) {
      return;
    }
    filled++;
    characters += cell.length();
    distinct.add(cell);
    if (words.size() < WORDS_MAX) {
      words.merge(cell, 1, Integer::sum);
    }
    gtins += isGtins(cell) ? 1 : 0;
    prices += PRICE.matcher(cell).matches() ? 1 : 0;
    withDecimals += DECIMALS.matcher(cell).matches() ? 1 : 0;
    withLetters += cell.chars().filter(Character::isLetter).count() > 3 ? 1 : 0;
  }

  /** How much the cells look like the field's, 0 to 3. */
  double likeness(Field field, int rows) {
    if (filled == 0) {
      return field == Field.PROMOTIONAL_PRICE ? 1 : 0;
    }
    double unique = (double) distinct.size() / filled;
    return switch (field) {
      case BARCODES -> 3.0 * gtins / filled;
      case PRICE, PROMOTIONAL_PRICE ->
          2.0 * prices / filled * (gtins > filled / 2 ? 0 : 1) * (withDecimals > 0 ? 1 : 0.3);
      case CODE ->
          withDecimals > filled / 2 || gtins > filled / 2 || characters > 30L * filled
              ? 0
              : 1.5 * unique * filled / Math.max(1, rows);
      case NAME -> 2.0 * withLetters / filled * Math.min(1, characters / (10.0 * filled)) * unique;
      case CATEGORY -> distinct.size() <= Math.max(2, rows / 10) && withLetters > 0 ? 0.5 : 0;
      case UNIT -> characters < 12L * filled ? 0.5 : 0;
      case TAX -> distinct.size() <= 8 ? 0.5 : 0;
    };
  }

  int distinctValues() {
    return distinct.size();
  }

  boolean repeats() {
    return distinct.size() < filled;
  }

  /** The text between two barcodes of a cell, if any cell has several. */
  static boolean hasSeveral(String cell) {
    return List.of(BETWEEN_BARCODES.split(cell)).stream().filter(part -> part.length() >= 8).count()
        > 1;
  }

  private static boolean isGtins(String cell) {
    for (String part : BETWEEN_BARCODES.split(cell)) {
      if (!GTIN_LENGTHS.contains(part.length()) || !Gtin.isValid(part)) {
        return false;
      }
    }
    return cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
  }
}
