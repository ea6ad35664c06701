package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.cat.CatInformation;
import dev.tillbridge.devices.peripherals.CardTerminal;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of a card terminal.
 *
 * @param amount null for a reversal, which is of the whole
 * @param extra what a completion carries besides: a code or a token
 */
record CatRequest(
    Operation operation, @Nullable Money amount, String key, Map<String, String> extra) {

  enum Operation {
    SALE,
    COMPLETION,
    REFUND,
    REVERSAL
  }

  /** JavaPOS money: ten-thousandths. */
  private static final int DECIMALS = 4;

  CatRequest {
    if (!CardTerminal.KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "A payment's key has 1 to 64 letters, digits and . _ : -; got \"" + key + "\".");
    }
    if (amount != null && !amount.isPositive()) {
      throw new IllegalArgumentException("A card payment is more than zero; got " + amount + ".");
    }
    extra = Map.copyOf(extra);
  }

  static CatRequest of(Operation operation, Money amount, String key) {
    return new CatRequest(operation, amount, key, Map.of());
  }

  static CatRequest completion(Money amount, String key, String field, String value) {
    return new CatRequest(Operation.COMPLETION, amount, key, Map.of(field, value));
  }

  static CatRequest reversal(String key) {
    return new CatRequest(Operation.REVERSAL, null, key, Map.of());
  }

  long tenThousandths() {
    return amount == null ? 0 : amount.getAmount().movePointRight(DECIMALS).longValueExact();
  }

  /** JavaPOS wants a number of its own for every call; the key decides, not this. */
  int sequenceNumber() {
    return key.hashCode() & Integer.MAX_VALUE;
  }

  String carried() {
    Map<String, String> fields = new HashMap<>(extra);
    fields.put(CatInformation.KEY, key);
    if (amount != null) {
      fields.put(CatInformation.CURRENCY, amount.getCurrencyUnit().getCode());
    }
    return new CatInformation(fields).written();
  }
}
