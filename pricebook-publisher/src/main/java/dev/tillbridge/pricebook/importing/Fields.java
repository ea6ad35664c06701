package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.mapping.PriceRules.Both;
import dev.tillbridge.pricebook.mapping.PriceRules.EmptyRegular;
import dev.tillbridge.pricebook.mapping.UnitRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a row; what is wrong goes to the problems. */
final class Fields {

  private static final int CODE_CHARS_MAX = 48;
  private static final int NAME_CHARS_MAX = 200;
  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]+");

  private final Mapping mapping;
  private final Places places;
  private final PriceText prices;
  private final Problems problems;
  private final Map<String, Optional<SaleUnit>> unitByText = new HashMap<>();
  private final Map<String, String> sameText = new HashMap<>();

  Fields(Mapping mapping, Places places, CurrencyUnit currency, Problems problems) {
    this.mapping = mapping;
    this.places = places;
    this.prices = new PriceText(mapping.numbers(), currency);
    this.problems = problems;
  }

  /** What the row says, barcodes aside; only to be used when the row has no problem. */
  Draft read(Row row) {
    String category = row.cell(places.category());
    @Nullable BigDecimal regular = price(row, "price", places.price());
    @Nullable BigDecimal promotional = price(row, "promotional-price", places.promotionalPrice());
    requirePrices(row, regular, promotional);
    return new Draft(
        row.line(),
        code(row),
        name(row),
        regular,
        promotional,
        tax(row, category),
        category.isEmpty() ? null : sameText.computeIfAbsent(category, text -> text),
        unit(row));
  }

  private String code(Row row) {
    String code = mapping.codes().of(row.cell(places.code()));
    if (!PRINTABLE.matcher(code).matches() || code.length() > CODE_CHARS_MAX) {
      problems.bad(row.line(), "code", code, "a code has 1 to " + CODE_CHARS_MAX + " characters");
    }
    return code;
  }

  private String name(Row row) {
    String name = row.cell(places.name());
    if (!PRINTABLE.matcher(name).matches() || name.length() > NAME_CHARS_MAX) {
      problems.bad(
          row.line(),
          "name",
          name,
          "a name has 1 to " + NAME_CHARS_MAX + " characters, all on one line");
    }
    return name;
  }

  private @Nullable BigDecimal price(Row row, String field, int place) {
    return switch (prices.read(row.cell(place), row.isNumber(place))) {
      case PriceText.Reading.Price(BigDecimal amount) -> amount;
      case PriceText.Reading.Empty empty -> null;
      case PriceText.Reading.Wrong(String reason) -> {
        problems.bad(row.line(), field, row.cell(place), reason);
        yield null;
      }
    };
  }

  private void requirePrices(
      Row row, @Nullable BigDecimal regular, @Nullable BigDecimal promotional) {
    if (problems.isBad(row.line())) {
      return;
    }
    if (regular == null && promotional == null) {
      problems.bad(row.line(), "price", "", "it has no price");
    } else if (regular == null && mapping.prices().emptyRegular() == EmptyRegular.REFUSE) {
      problems.bad(
          row.line(),
          "price",
          "",
          "only a promotional price; empty-regular: use-promotional would take it");
    } else if (regular != null
        && promotional != null
        && mapping.prices().both() == Both.PROMOTION
        && promotional.compareTo(regular) >= 0) {
      problems.warn(
          row.line(),
          "promotional-price",
          promotional.toPlainString(),
          "not below the price of " + regular.toPlainString() + ", so no promotion is made");
    }
  }

  private String tax(Row row, String category) {
    String text = row.cell(places.tax());
    return mapping
        .tax()
        .of(text, category)
        .orElseGet(() -> {
          problems.bad(
              row.line(),
              "tax",
              text.isEmpty() ? category : text,
              "names no tax category; the mapping knows "
                  + new TreeSet<>(
                      mapping.tax().byValue().isEmpty()
                          ? mapping.tax().byCategory().keySet()
                          : mapping.tax().byValue().keySet()));
          return "";
        });
  }

  private @Nullable SaleUnit unit(Row row) {
    if (places.unit() < 0) {
      return null;
    }
    String text = row.cell(places.unit());
    Optional<SaleUnit> known =
        unitByText.computeIfAbsent(
            text,
            word ->
                mapping.units().stream()
                    .filter(rule -> rule.means(word))
                    .findFirst()
                    .map(UnitRule::unit));
    if (known.isEmpty() && mapping.otherUnits() == Mapping.OtherUnits.REFUSE) {
      problems.bad(row.line(), "unit", text, "no rule of units in the mapping has this word");
    }
    return known.orElse(null);
  }
}
