package dev.tillbridge.screens.words;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts of money and quantities, as people read them: {@code £1,234.50}, {@code −£3.00}. */
public final class MoneyWords {

  private static final String MINUS = "\u2212";
  private static final String NO_BREAK = "\u00a0";

  private static final Pattern CODED = Pattern.compile("\\b[A-Z]{3} -?\\d+(\\.\\d+)?\\b");

  private MoneyWords() {}

  public static String of(Money money) {
    String symbol = symbol(money.getCurrencyUnit());
    String digits =
        String.format(
            Locale.UK,
            "%,." + money.getCurrencyUnit().getDecimalPlaces() + "f",
            money.getAmount().abs());
    return (money.isNegative() ? MINUS : "") + symbol + digits;
  }

  /** An amount as this locale writes it: {@code 1.234,50 €}; the United Kingdom's is that above. */
  public static String of(Money money, Locale locale) {
    if (locale.equals(Locale.UK)) {
      return of(money);
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.getCurrencyUnit().toCurrency());
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return (money.isNegative() ? MINUS : "") + format.format(money.getAmount().abs());
  }

  /** A quantity without needless zeros, with this locale's decimal point. */
  public static String of(BigDecimal quantity, Locale locale) {
    char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    return of(quantity).replace('.', point);
  }

  /** A sentence with its amounts written for people of this locale. */
  public static String within(String sentence, Locale locale) {
    return CODED
        .matcher(sentence)
        .replaceAll(coded -> Matcher.quoteReplacement(ofCoded(coded, locale)));
  }

  /** What stands before an amount. */
  public static String symbol(CurrencyUnit currency) {
    String known = currency.getSymbol(Locale.UK);
    return known.length() == 1 ? known : currency.getCode() + NO_BREAK;
  }

  /** A sentence with its amounts, such as {@code GBP 3.00}, written for people. */
  public static String within(String sentence) {
    return within(sentence, Locale.UK);
  }

  private static String ofCoded(MatchResult coded, Locale locale) {
    try {
      return of(Money.parse(coded.group()), locale);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return coded.group();
    }
  }

  /** A quantity without needless zeros. */
  public static String of(BigDecimal quantity) {
    BigDecimal bare = quantity.stripTrailingZeros();
    String digits = (bare.scale() < 0 ? bare.setScale(0) : bare).abs().toPlainString();
    return quantity.signum() < 0 ? MINUS + digits : digits;
  }
}
