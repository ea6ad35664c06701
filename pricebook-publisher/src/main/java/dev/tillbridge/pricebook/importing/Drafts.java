package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.RowRules.SameCode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The items of the rows read so far. */
final class Drafts {

  private final SameCode sameCode;
  private final Barcodes barcodes;
  private final Problems problems;
  private final Map<String, Draft> byCode = new LinkedHashMap<>();

  Drafts(SameCode sameCode, Barcodes barcodes, Problems problems) {
    this.sameCode = sameCode;
    this.barcodes = barcodes;
    this.problems = problems;
  }

  /** Adds a row without problems. */
  void add(Draft row, List<String> itsBarcodes) {
    Draft item = byCode.putIfAbsent(row.code, row);
    if (item == null) {
      barcodes.give(row, itsBarcodes);
    } else if (sameCode == SameCode.REFUSE) {
      problems.bad(row.line, "code", row.code, "this code is already on line " + item.line);
      item.contradictory |= !agrees(item, row);
    } else if (agrees(item, row)) {
      barcodes.give(item, itsBarcodes);
    } else {
      item.contradictory = true;
    }
  }

  /** All items whose rows agree, once every row is read. */
  Collection<Draft> settled() {
    barcodes.settle(byCode);
    byCode.values().removeIf(item -> item.contradictory);
    return byCode.values();
  }

  private boolean agrees(Draft item, Draft row) {
    return same(item, row, "name", item.name, row.name)
        && same(item, row, "price", plain(item.regular), plain(row.regular))
        && same(item, row, "promotional-price", plain(item.promotional), plain(row.promotional))
        && same(item, row, "tax", item.tax, row.tax)
        && same(item, row, "category", item.category, row.category)
        && same(item, row, "unit", "" + item.unit, "" + row.unit);
  }

  private boolean same(
      Draft item, Draft row, String field, @Nullable String first, @Nullable String second) {
    if (Objects.equals(first, second)) {
      return true;
    }
    problems.bad(
        row.line,
        field,
        second == null ? "" : second,
        "item %s has \"%s\" on line %d; which is right nobody can tell, so neither is taken"
            .formatted(item.code, first == null ? "" : first, item.line));
    return false;
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toPlainString();
  }
}
