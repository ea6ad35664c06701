package dev.tillbridge.devices.peripherals;

import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * Payments by card.
 *
 * <p>Each is named by a key the caller makes before the first try. The same key with the same
 * amount has the same answer and moves money once, however often it is asked, also after a restart.
 * A key has 1 to 64 letters, digits and {@code . _ : -}; amounts are more than zero.
 *
 * <p>No call throws because of the terminal, and each returns within the terminal's patience, which
 * includes the customer's time at the terminal.
 */
public interface CardTerminal {

  /** Of a lane that has none. */
  CardTerminal NONE = new NoCardTerminal();

  Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /** Takes a payment by the card the customer presents. */
  CardAnswer authorise(Money amount, String key);

  /** Takes the payment a referral was answered to, by the code the bank gave on the telephone. */
  CardAnswer authoriseByCode(Money amount, String key, String code);

  /** Takes a payment accepted while nothing could be sent, by the token of the card then read. */
  CardAnswer sendStored(Money amount, String key, String token);

  /** Gives money back to the card the customer presents. */
  CardAnswer refund(Money amount, String key);

  /** Undoes whatever the acquirer did or is still to do under the key. */
  Reversal reverse(String key);
}
