package dev.tillbridge.hq.web;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.screens.words.TypedAmount;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter as a value.
 *
 * @param refusal why it is not one, null when it is or is absent
 */
record Asked<T>(Optional<T> value, @Nullable String refusal) {

  static Asked<LocalDate> date(Context ctx) {
    String text = text(ctx, "date");
    if (text == null) {
      return new Asked<>(Optional.empty(), null);
    }
    try {
      return new Asked<>(Optional.of(LocalDate.parse(text)), null);
    } catch (DateTimeException e) {
      return new Asked<>(
          Optional.empty(),
          "\"" + text + "\" is not a date. Write it as year-month-day, for example 2026-11-22.");
    }
  }

  static Asked<BigDecimal> amount(Context ctx, CurrencyUnit currency) {
    String text = text(ctx, "amount");
    if (text == null) {
      return new Asked<>(Optional.empty(), null);
    }
    return switch (TypedAmount.of(text, currency.getDecimalPlaces())) {
      case TypedAmount.Understood(BigDecimal amount) -> new Asked<>(Optional.of(amount), null);
      case TypedAmount.Refused(String why) -> new Asked<>(Optional.empty(), why);
    };
  }

  /** Null when it is absent or blank; a payment card's number in it is masked. */
  static @Nullable String text(Context ctx, String name) {
    String text = ctx.queryParam(name);
    return text == null || text.isBlank() ? null : TypedCardNumbers.masked(text.strip());
  }
}
