package dev.tillbridge.model.tax;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;

/**
 * A tax category's rate, and the arithmetic that goes with it.
 *
 * <p>Tax is computed once per category on the ticket's sum of that category and rounded half up to
 * the currency's minor unit, away from zero at the half, so a return mirrors its sale.
 *
 * @param category code of the tax category, as on the price book's items
 * @param percent 0 to 100, for example 20 or 5.5
 */
@JsonPropertyOrder({"category", "percent", "mode"})
public record TaxRate(String category, BigDecimal percent, TaxMode mode) {

  /** The one rounding of tax. */
  public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public TaxRate {
    Objects.requireNonNull(category, "category is missing");
    Objects.requireNonNull(percent, "percent is missing");
    Objects.requireNonNull(mode, "mode is missing");
    if (category.isBlank()) {
      throw new IllegalArgumentException("A tax rate needs the code of its category.");
    }
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "Tax category " + category + ": a rate is 0 to 100 percent; got " + percent + ".");
    }
  }

  /**
   * The tax on all lines of this category.
   *
   * @param lines sum of the lines' amounts: gross for an inclusive rate, net for an exclusive one
   */
  public TaxAmount on(Money lines) {
    BigDecimal share =
        switch (mode) {
          case INCLUSIVE -> percent.divide(HUNDRED.add(percent), 20, RoundingMode.HALF_UP);
          case EXCLUSIVE -> percent.movePointLeft(2);
        };
    return told(lines, lines.multipliedBy(share, ROUNDING));
  }

  /** Lines of this category whose tax is known already. */
  public TaxAmount told(Money lines, Money tax) {
    return switch (mode) {
      case INCLUSIVE -> new TaxAmount(this, lines.minus(tax), tax);
      case EXCLUSIVE -> new TaxAmount(this, lines, tax);
    };
  }
}
