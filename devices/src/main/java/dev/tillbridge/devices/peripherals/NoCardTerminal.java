package dev.tillbridge.devices.peripherals;

import org.joda.money.Money;

/** The card terminal of a lane that has none. */
final class NoCardTerminal implements CardTerminal {

  private static final DeviceOutcome.Fault NONE_HERE = DeviceKind.CARD_TERMINAL.noneHere();

  @Override
  public CardAnswer authorise(Money amount, String key) {
    return none();
  }

  @Override
  public CardAnswer authoriseByCode(Money amount, String key, String code) {
    return none();
  }

  @Override
  public CardAnswer sendStored(Money amount, String key, String token) {
    return none();
  }

  @Override
  public CardAnswer refund(Money amount, String key) {
    return none();
  }

  /** Pending, because another terminal may have sent it: never "nothing is held" without asking. */
  @Override
  public Reversal reverse(String key) {
    return new Reversal.Pending(NONE_HERE.message());
  }

  private static CardAnswer none() {
    return new CardAnswer.Unavailable(NONE_HERE.message(), NONE_HERE.nextStep(), null);
  }
}
