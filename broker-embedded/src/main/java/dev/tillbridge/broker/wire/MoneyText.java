package dev.tillbridge.broker.wire;

import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money as text: ISO 4217 code, a blank, the amount with all its minor digits. */
final class MoneyText {

  private MoneyText() {}

  static final class Writer extends StdSerializer<Money> {

    Writer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  static final class Reader extends StdDeserializer<Money> {

    Reader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getValueAsString();
      try {
        return Money.parse(String.valueOf(text));
      } catch (IllegalArgumentException | ArithmeticException e) {
        return (Money)
            context.handleWeirdStringValue(Money.class, text, "money is written like \"GBP 2.55\"");
      }
    }
  }
}
