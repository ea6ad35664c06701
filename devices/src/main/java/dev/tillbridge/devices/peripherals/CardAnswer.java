package dev.tillbridge.devices.peripherals;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What became of a card payment or refund. */
public sealed interface CardAnswer {

  /**
   * The whole amount moved.
   *
   * @param reference the acquirer's, for looking it up later
   */
  record Approved(Money amount, String authorisationCode, Card card, String reference)
      implements CardAnswer {}

  /**
   * Only {@code amount} of {@code asked} moved; the rest is paid otherwise, or this is reversed.
   */
  record PartlyApproved(
      Money asked, Money amount, String authorisationCode, Card card, String reference)
      implements CardAnswer {}

  /** Nothing moved and nothing will under this key. */
  record Declined(String reason) implements CardAnswer {}

  /** Nothing moved yet: the bank wants a call and then gives a code. */
  record Referral(String reason) implements CardAnswer {}

  /** It was sent and no answer came: money may have moved. It must be reversed by its key. */
  record Unknown(String message) implements CardAnswer {}

  /**
   * It was not sent: nothing moved, nothing is to be reversed.
   *
   * @param card what the terminal had read by then; null when it had read none
   */
  record Unavailable(String message, String nextStep, @Nullable Card card) implements CardAnswer {}
}
