package dev.tillbridge.register;

import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The keys of a register's settings that say what is taken as payment. */
final class TenderSettings {

  private static final int STORED_MAX = 1_000;
  private static final int STORED_USUAL = 20;
  private static final int HOURS_MAX = 168;
  private static final int HOURS_USUAL = 24;
  private static final String AMOUNT_USUAL = "500";
  private static final BigDecimal AMOUNT_MAX = new BigDecimal("1000000");

  private TenderSettings() {}

  static TenderRules read(Settings settings, CurrencyUnit own) {
    return new TenderRules(
        rounding(settings, own),
        foreign(settings, own),
        new CardRules(
            amount(settings, "card.floor.limit", "0", own),
            settings.integer("card.stored.max", STORED_USUAL, 0, STORED_MAX),
            amount(settings, "card.stored.amount.max", AMOUNT_USUAL, own),
            Duration.ofHours(settings.integer("card.stored.hours.max", HOURS_USUAL, 1, HOURS_MAX))),
        Money.of(own, amount(settings, "stored.value.allowance", "0", own)),
        blindReturns(settings));
  }

  private static OperatorRole blindReturns(Settings settings) {
    String key = "return.without.receipt";
    String role = settings.text(key, "manager");
    return switch (role) {
      case "clerk" -> OperatorRole.CLERK;
      case "supervisor" -> OperatorRole.SUPERVISOR;
      case "manager" -> OperatorRole.MANAGER;
      default -> throw settings.wrong(key, role, "clerk, supervisor or manager");
    };
  }

  private static CashRounding rounding(Settings settings, CurrencyUnit own) {
    String key = "cash.rounding";
    @Nullable String text = settings.optionalText(key);
    if (text == null) {
      return CashRounding.none(own);
    }
    BigDecimal step = number(text);
    if (step == null || step.signum() <= 0 || places(step) > own.getDecimalPlaces()) {
      throw settings.wrong(
          key, text, "more than 0, with at most " + own.getDecimalPlaces() + " decimals");
    }
    return new CashRounding(step);
  }

  private static SortedMap<CurrencyUnit, BigDecimal> foreign(Settings settings, CurrencyUnit own) {
    SortedMap<CurrencyUnit, BigDecimal> rates = new TreeMap<>();
    for (CurrencyUnit currency : CurrencyUnit.registeredCurrencies()) {
      String key = "foreign." + currency.getCode();
      @Nullable String text = settings.optionalText(key);
      if (text == null) {
        continue;
      }
      BigDecimal rate = number(text);
      if (rate == null || rate.signum() <= 0 || currency.equals(own)) {
        throw settings.wrong(
            key, text, "a rate of more than 0, of another currency than " + own.getCode());
      }
      rates.put(currency, rate);
    }
    return rates;
  }

  private static BigDecimal amount(Settings settings, String key, String usual, CurrencyUnit own) {
    String text = settings.text(key, usual);
    BigDecimal amount = number(text);
    if (amount == null
        || amount.signum() < 0
        || amount.compareTo(AMOUNT_MAX) > 0
        || places(amount) > own.getDecimalPlaces()) {
      throw settings.wrong(
          key,
          text,
          "0 to %s, with at most %d decimals"
              .formatted(AMOUNT_MAX.toPlainString(), own.getDecimalPlaces()));
    }
    return amount;
  }

  private static int places(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  private static @Nullable BigDecimal number(String text) {
    return text.matches("\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
  }
}
