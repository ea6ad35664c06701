package dev.tillbridge.register.lane;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something to ring.
 *
 * @param code a barcode or an item's code
 * @param quantity positive, on a return too
 * @param price null for the price book's
 * @param reason needed when the price is not the price book's
 * @param reference replaces the ticket's reference when given
 */
public record Scan(
    String code,
    BigDecimal quantity,
    @Nullable Money price,
    @Nullable String reason,
    @Nullable String reference) {

  public static Scan of(String code) {
    return of(code, BigDecimal.ONE);
  }

  public static Scan of(String code, BigDecimal quantity) {
    return new Scan(code, quantity, null, null, null);
  }

  /** So much of it. */
  public Scan counting(BigDecimal other) {
    return new Scan(code, other, price, reason, reference);
  }
}
