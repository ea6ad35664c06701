package dev.tillbridge.register.screen;

import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.payment.TakeForeignCash;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.register.words.DoneWord;
import io.javalin.config.RoutesConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The commands of the payments panel; an amount left empty is all that is due. */
final class PaymentRoutes {

  private final Lane lane;
  private final CardDesk cards;
  private final LaneCommands commands;

  PaymentRoutes(Lane lane, CardDesk cards, LaneCommands commands) {
    this.lane = lane;
    this.cards = cards;
    this.commands = commands;
  }

  void addTo(RoutesConfig routes) {
    commands.add(routes, "/lane/tender/cash", this::cash);
    commands.add(routes, "/lane/payment/card", form -> cards.pay(amount(form)));
    commands.add(routes, "/lane/payment/card/code", form -> cards.payByCode(form.text("code")));
    commands.add(routes, "/lane/payment/card/give-up", form -> cards.giveUpCall());
    commands.add(
        routes, "/lane/payment/foreign", form -> lane.carryOut(new TakeForeignCash(foreign(form))));
    commands.add(
        routes,
        "/lane/payment/{line}/give-back",
        form -> lane.giveBack(form.line()),
        DoneWord.PAYMENT_BACK);
  }

  private Outcome cash(FormValues form) {
    Money amount = amount(form);
    return amount == null ? lane.tenderExactCash() : lane.tenderCash(amount);
  }

  /** Null for all that is due, which other programs write as {@code exact}. */
  private static @Nullable Money amount(FormValues form) {
    String text = form.text("amount");
    return text.isEmpty() || text.equalsIgnoreCase("exact") ? null : form.money("amount");
  }

  /** An amount left empty is what covers all that is due. */
  private Money foreign(FormValues form) {
    CurrencyUnit currency = currency(form.text("currency"));
    BigDecimal rate = lane.tenders().foreign().get(currency);
    if (form.text("amount").isEmpty() && rate != null) {
      return PaymentsView.covering(lane.view().ticket().due(), currency, rate);
    }
    try {
      return Money.of(currency, form.quantity("amount"), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new NotUnderstood(new InputRefusal.NotACoin(form.text("amount"), currency.getCode()));
    }
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood(new InputRefusal.NotACurrency(code));
    }
  }
}
