package dev.tillbridge.it.days;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.payment.TakeForeignCash;
import dev.tillbridge.register.storedvalue.Limit;
import dev.tillbridge.register.storedvalue.Redeem;
import dev.tillbridge.register.storedvalue.RefundToStoredValue;
import dev.tillbridge.register.storedvalue.SellStoredValue;
import dev.tillbridge.register.storedvalue.WithoutCharge;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How the ticket is paid, and what is sold that pays later ones. */
final class Paying {

  private final Store store;
  private final Chance chance;

  Paying(Store store, Chance chance) {
    this.store = store;
    this.chance = chance;
  }

  Outcome exactCash(Register at) {
    return at.lane.tenderExactCash();
  }

  /** A part, or more than is due. */
  Outcome cash(Register at) {
    Money due = at.lane.view().ticket().due().abs();
    return at.lane.tenderCash(
        chance.oneIn(2) ? due.plus(chance.pence(1_000)) : chance.pence(2_000));
  }

  Outcome foreignCash(Register at) {
    CurrencyUnit currency = chance.oneIn(8) ? CurrencyUnit.USD : CurrencyUnit.EUR;
    return at.lane.carryOut(new TakeForeignCash(Money.ofMinor(currency, chance.below(6_000))));
  }

  Outcome card(Register at) {
    Outcome outcome =
        at.cards.pay(chance.oneIn(3) ? Money.ofMinor(CurrencyUnit.GBP, chance.below(3_000)) : null);
    if (!chance.oneIn(4)) {
      terminal(at);
    }
    return outcome;
  }

  /** What the terminal was asked is answered now. */
  Outcome terminal(Register at) {
    while (!at.besideTheLane.isEmpty()) {
      at.besideTheLane.poll().run();
    }
    return done(at);
  }

  Outcome code(Register at) {
    Outcome outcome = at.cards.payByCode("4711");
    terminal(at);
    return outcome;
  }

  Outcome giveUpCall(Register at) {
    return at.cards.giveUpCall();
  }

  Outcome look(Register at) {
    for (int i = 0; i < 10 && at.cards.look(); i++) {
      terminal(at);
    }
    return done(at);
  }

  Outcome acquirer(Register at) {
    store.acquirer.clearScript();
    store.acquirer.setOutage(chance.oneIn(3));
    store.acquirer.script(
        switch (chance.below(12)) {
          case 0 -> new Behaviour.ApprovePart(1 + chance.below(99));
          case 1 -> new Behaviour.Decline("05");
          case 2 -> new Behaviour.Refer();
          case 3 -> new Behaviour.LoseAnswer();
          case 4 -> new Behaviour.LoseRequest();
          default -> new Behaviour.Approve();
        });
    return done(at);
  }

  Outcome sellStoredValue(Register at) {
    String more = chance.oneIn(3) ? someValue() : null;
    return at.lane.carryOut(new SellStoredValue(more, chance.pence(5_000)));
  }

  Outcome withoutCharge(Register at) {
    return at.lane.carryOut(new WithoutCharge(1 + chance.below(2)));
  }

  /** HQ is asked, or this lane alone knows of the value. */
  Outcome redeem(Register at) {
    String number = someValue();
    if (number == null) {
      return sellStoredValue(at);
    }
    Money amount = chance.oneIn(2) ? null : chance.pence(3_000);
    Money left = store.storedValues().getOrDefault(number, Store.NOTHING);
    return at.lane.carryOut(
        chance.oneIn(2) && store.isKnownAt(at, number)
            ? new Redeem(number, amount)
            : new Redeem(number, amount, new Limit.AtHq(left)));
  }

  Outcome refundToStoredValue(Register at) {
    return at.lane.carryOut(new RefundToStoredValue(chance.oneIn(3) ? someValue() : null));
  }

  Outcome giveBack(Register at) {
    return at.lane.giveBack(1 + chance.below(2));
  }

  Outcome voidTicket(Register at) {
    return at.lane.voidTicket();
  }

  static Outcome done(Register at) {
    return new Outcome.Done(at.lane.view());
  }

  private @Nullable String someValue() {
    Map<String, Money> all = store.storedValues();
    List<String> numbers = List.copyOf(all.keySet());
    return numbers.isEmpty() ? null : chance.of(numbers);
  }
}
