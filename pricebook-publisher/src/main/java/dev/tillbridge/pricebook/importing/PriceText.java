package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.Numbers;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** Prices as a list writes them. */
final class PriceText {

  /** What came of reading one. */
  sealed interface Reading {

    record Price(BigDecimal amount) implements Reading {}

    record Empty() implements Reading {}

    record Wrong(String reason) implements Reading {}
  }

  private static final BigDecimal PRICE_MAX = BigDecimal.valueOf(1_000_000);
  private static final Reading EMPTY = new Reading.Empty();

  private final Numbers numbers;
  private final CurrencyUnit currency;
  private final Pattern plain;
  private final Pattern grouped;
  private final boolean groups;

  PriceText(Numbers numbers, CurrencyUnit currency) {
    this.numbers = numbers;
    this.currency = currency;
    groups = !numbers.thousandsSeparator().equals(Numbers.NONE);
    String decimals = "(" + Pattern.quote(numbers.decimalSeparator()) + "[0-9]+)?";
    plain = Pattern.compile("[0-9]{1,15}" + decimals);
    grouped =
        Pattern.compile(
            "[0-9]{1,3}(" + Pattern.quote(numbers.thousandsSeparator()) + "[0-9]{3})+" + decimals);
  }

  /** Reads it, never rounding; a spreadsheet's number has a decimal point in any case. */
  Reading read(String written, boolean numberCell) {
    String text = written;
    for (String strip : numbers.strip()) {
      text = text.replace(strip, "");
    }
    text = stripBlanks(text);
    if (text.isEmpty()) {
      return written.isBlank() ? EMPTY : wrong();
    }
    BigDecimal amount;
    if (numberCell && text.matches("[0-9]{1,15}(\\.[0-9]+)?")) {
      amount = new BigDecimal(text);
    } else if (plain.matcher(text).matches()) {
      amount = new BigDecimal(text.replace(numbers.decimalSeparator(), "."));
    } else if (groups && grouped.matcher(text).matches()) {
      amount =
          new BigDecimal(
              text.replace(numbers.thousandsSeparator(), "")
                  .replace(numbers.decimalSeparator(), "."));
    } else {
      return wrong();
    }
    int digits = currency.getDecimalPlaces();
    if (amount.stripTrailingZeros().scale() > digits) {
      return new Reading.Wrong(
          "%s has %d decimals; prices are not rounded here".formatted(currency, digits));
    }
    if (amount.signum() == 0 || amount.compareTo(PRICE_MAX) > 0) {
      return new Reading.Wrong(
          "a price is above 0 and at most %,d".formatted(PRICE_MAX.toBigInteger()));
    }
    return new Reading.Price(amount);
  }

  private Reading wrong() {
    return new Reading.Wrong(
        "a price is written in digits with \"%s\" before the decimals%s, as numbers in the mapping says"
            .formatted(
                numbers.decimalSeparator(),
                groups ? " and \"" + numbers.thousandsSeparator() + "\" for thousands" : ""));
  }

  private static String stripBlanks(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
  }
}
