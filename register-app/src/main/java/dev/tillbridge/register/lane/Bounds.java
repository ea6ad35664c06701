package dev.tillbridge.register.lane;

import dev.tillbridge.model.card.TypedCardNumbers;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Checks what people and scanners enter against {@link LaneLimits}. */
public final class Bounds {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final CurrencyUnit currency;

  public Bounds(CurrencyUnit currency) {
    this.currency = currency;
  }

  Optional<Refusal> of(Scan scan) {
    return code(scan.code())
        .or(() -> quantity(scan.quantity()))
        .or(() -> scan.price() == null ? Optional.empty() : amount("Price", scan.price()))
        .or(() -> optional("Reason", scan.reason(), LaneLimits.REASON_LENGTH_MAX))
        .or(() -> optional("Reference", scan.reference(), LaneLimits.REFERENCE_LENGTH_MAX));
  }

  private static Optional<Refusal> code(String code) {
    int length = code.strip().length();
    return length >= 1 && length <= LaneLimits.CODE_LENGTH_MAX
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                "Code", shortened(code), "1 to " + LaneLimits.CODE_LENGTH_MAX + " characters"));
  }

  Optional<Refusal> quantity(BigDecimal quantity) {
    boolean allowed =
        quantity.signum() > 0
            && quantity.compareTo(LaneLimits.QUANTITY_MAX) <= 0
            && quantity.stripTrailingZeros().scale() <= LaneLimits.QUANTITY_DECIMALS_MAX;
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                "Quantity",
                shortened(quantity.toString()),
                "more than 0, up to %,d, with up to %d decimals"
                    .formatted(
                        LaneLimits.QUANTITY_MAX.intValueExact(),
                        LaneLimits.QUANTITY_DECIMALS_MAX)));
  }

  Optional<Refusal> of(Discount discount) {
    BigDecimal percent = discount.percent();
    Money amount = discount.amount();
    if (discount.isNothing()) {
      return Optional.empty();
    }
    Optional<Refusal> outOfBounds =
        percent != null
            ? percent(percent)
            : amount == null ? Optional.empty() : amount("Discount", amount);
    return outOfBounds
        .or(() -> text("Reason", discount.reason(), LaneLimits.REASON_LENGTH_MAX))
        .or(() ->
            discount.reason().isBlank()
                ? Optional.of(new Refusal.DiscountReasonMissing())
                : Optional.empty());
  }

  private static Optional<Refusal> percent(BigDecimal percent) {
    boolean allowed = percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0;
    return allowed && percent.stripTrailingZeros().scale() <= LaneLimits.PERCENT_DECIMALS_MAX
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                "Discount",
                shortened(percent.toPlainString() + " %"),
                "0 to 100 %%, with up to %d decimals".formatted(LaneLimits.PERCENT_DECIMALS_MAX)));
  }

  /** Zero or more, in the lane's currency. */
  public Optional<Refusal> amount(String what, Money amount) {
    boolean allowed =
        amount.getCurrencyUnit().equals(currency)
            && !amount.isNegative()
            && amount.getAmount().compareTo(LaneLimits.AMOUNT_MAX) <= 0;
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                what,
                shortened(amount.toString()),
                "%s 0 to %,d".formatted(currency, LaneLimits.AMOUNT_MAX.longValueExact())));
  }

  Optional<Refusal> text(String what, String text, int longest) {
    return text.strip().length() <= longest
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(what, shortened(text), "up to " + longest + " characters"));
  }

  private Optional<Refusal> optional(String what, @Nullable String text, int longest) {
    return text == null ? Optional.empty() : text(what, text, longest);
  }

  private static String shortened(String text) {
    String line = TypedCardNumbers.masked(text.strip());
    return line.length() <= 20 ? line : line.substring(0, 20) + "...";
  }
}
