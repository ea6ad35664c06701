package dev.tillbridge.it.days;

import dev.tillbridge.devices.acquirer.BookEntry;
import dev.tillbridge.devices.acquirer.BookEntry.Operation;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.Reversal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A terminal that asks the simulated acquirer at once. */
record Bank(SimulatedAcquirer acquirer) implements CardTerminal {

  private static final Card CARD = new Card("400000******0002", "Visa", "vault-visa");

  @Override
  public CardAnswer authorise(Money amount, String key) {
    return ask(Operation.SALE, amount, key);
  }

  @Override
  public CardAnswer authoriseByCode(Money amount, String key, String code) {
    return ask(Operation.COMPLETION, amount, key);
  }

  @Override
  public CardAnswer sendStored(Money amount, String key, String token) {
    return ask(Operation.COMPLETION, amount, key);
  }

  @Override
  public CardAnswer refund(Money amount, String key) {
    return ask(Operation.REFUND, amount, key);
  }

  @Override
  public Reversal reverse(String key) {
    return switch (ask(Operation.REVERSAL, Money.zero(CurrencyUnit.GBP), key)) {
      case CardAnswer.Approved approved -> new Reversal.Reversed();
      case CardAnswer.PartlyApproved part -> new Reversal.Reversed();
      case CardAnswer.Declined(String reason) -> new Reversal.Refused(reason);
      case CardAnswer.Referral(String reason) -> new Reversal.Refused(reason);
      case CardAnswer.Unknown(String message) -> new Reversal.Pending(message);
      case CardAnswer.Unavailable(String message, var next, var card) ->
          new Reversal.Pending(message);
    };
  }

  private CardAnswer ask(Operation operation, Money amount, String key) {
    if (acquirer.outage()) {
      return new CardAnswer.Unavailable("No line to the bank.", "Take cash.", CARD);
    }
    return acquirer
        .ask(
            new SimulatedAcquirer.Request(
                operation, key, amount, CARD.masked(), CARD.scheme(), CARD.token()))
        .map(entry -> answer(entry, amount))
        .orElseGet(() -> new CardAnswer.Unknown("No answer came."));
  }

  private static CardAnswer answer(BookEntry entry, Money asked) {
    String code = entry.authorisationCode();
    return switch (entry.code()) {
      case "00" -> new CardAnswer.Approved(asked, code, CARD, entry.reference());
      case "10" ->
          new CardAnswer.PartlyApproved(asked, entry.moved().abs(), code, CARD, entry.reference());
      case "01" -> new CardAnswer.Referral("Call the bank.");
      default -> new CardAnswer.Declined("The bank answered " + entry.code() + ".");
    };
  }
}
