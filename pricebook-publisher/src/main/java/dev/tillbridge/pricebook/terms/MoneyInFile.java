package dev.tillbridge.pricebook.terms;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/** How amounts are written: {@code 2.50} in the file's currency. */
final class MoneyInFile {

  private MoneyInFile() {}

  static JacksonModule module(CurrencyUnit currency) {
    return new SimpleModule("amounts").addDeserializer(Money.class, new Amounts(currency));
  }

  private static final class Amounts extends StdDeserializer<Money> {

    private final transient CurrencyUnit currency;

    Amounts(CurrencyUnit currency) {
      super(Money.class);
      this.currency = currency;
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      String text = String.valueOf(parser.getValueAsString()).strip();
      try {
        return Money.of(currency, new BigDecimal(text));
      } catch (NumberFormatException | ArithmeticException e) {
        InvalidFormatException wrong =
            InvalidFormatException.from(
                parser,
                "an amount is written like 2.50, in %s with at most %d decimals; got \"%s\"."
                    .formatted(currency, currency.getDecimalPlaces(), text),
                text,
                Money.class);
        wrong.addSuppressed(e);
        throw wrong;
      }
    }
  }
}
