package dev.tillbridge.register.payment;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Notes and coins of another currency, at the configured rate.
 *
 * @param foreign what is handed over
 */
public record TakeForeignCash(Money foreign) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    CurrencyUnit own = till.profile().currency();
    SortedMap<CurrencyUnit, BigDecimal> rates = till.profile().tenders().foreign();
    BigDecimal rate = rates.get(foreign.getCurrencyUnit());
    if (rate == null) {
      return Optional.of(new NotTaken(foreign.getCurrencyUnit(), rates));
    }
    if (till.ticket().isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    if (till.due().isNegative()) {
      return Optional.of(new OwnCashOnly(own));
    }
    if (!foreign.isPositive() || foreign.getAmount().compareTo(LaneLimits.AMOUNT_MAX) > 0) {
      return Optional.of(
          new Refusal.NotAllowed(
              "Amount", foreign.toString(), "more than nothing, up to " + LaneLimits.AMOUNT_MAX));
    }
    Tender.ForeignCash tender = Tender.ForeignCash.of(foreign, rate, own);
    return tender.amount().isZero()
        ? Optional.of(new WorthNothing(foreign, rate, own))
        : till.pay(tender);
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketCompleted;
  }

  /** A currency without a rate. */
  public record NotTaken(CurrencyUnit currency, SortedMap<CurrencyUnit, BigDecimal> rates)
      implements Refusal {
    @Override
    public String message() {
      return rates.isEmpty()
          ? "%s is not taken here: no other currency has a rate. Take another payment."
              .formatted(currency)
          : "%s is not taken here; %s is. Take another payment."
              .formatted(
                  currency,
                  String.join(", ", rates.keySet().stream().map(CurrencyUnit::getCode).toList()));
    }
  }

  /** Money goes out in the shop's currency. */
  public record OwnCashOnly(CurrencyUnit own) implements Refusal {
    @Override
    public String message() {
      return "Money is paid out in %s only. Use Pay out.".formatted(own);
    }
  }

  /** Less than the smallest coin. */
  public record WorthNothing(Money foreign, BigDecimal rate, CurrencyUnit own) implements Refusal {
    @Override
    public String message() {
      return "%s at %s is less than the smallest coin of %s. Take another payment."
          .formatted(foreign, rate.toPlainString(), own);
    }
  }
}
