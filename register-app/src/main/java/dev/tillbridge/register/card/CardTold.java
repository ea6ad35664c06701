package dev.tillbridge.register.card;

import dev.tillbridge.register.lane.Refusal;
import java.time.Instant;
import org.joda.money.Money;

/** What the clerk is told of the card payment asked for last; one plain sentence each. */
public sealed interface CardTold {

  /** Nothing was asked yet. */
  record Nothing() implements CardTold {}

  /** The terminal has it, or the customer is looking for the card. */
  record Asking(Money amount, Instant since) implements CardTold {}

  /** The whole of what was asked is paid. */
  record Approved(Money amount) implements CardTold {}

  /** Less than was asked. */
  record PartlyApproved(Money amount, Money stillDue) implements CardTold {}

  /** The bank said no. */
  record Declined(Money amount) implements CardTold {}

  /** The bank wants to be called and then gives a code. */
  record CallForCode(Money amount) implements CardTold {}

  /** The bank did not answer; the shop takes the risk. */
  record TakenWithoutBank(Money amount) implements CardTold {}

  /** The bank did not answer, and the payment is not taken without it. */
  record NotPossible(Money amount, Why why) implements CardTold {}

  /** The lane could not take down the answer; whatever moved is taken back. */
  record NotTakenDown(Refusal why) implements CardTold {}

  /** Why a payment is not taken without the bank. */
  enum Why {
    /** Its request went out, so it may have been taken; it is taken back. */
    UNKNOWN,
    /** The terminal had read no card. */
    NO_CARD,
    /** Money to the customer needs the bank. */
    REFUND,
    /** More than the floor limit of a ticket. */
    FLOOR_LIMIT,
    /** As many as may wait for the bank do. */
    STORED_NUMBER,
    /** They come to as much as may wait. */
    STORED_AMOUNT,
    /** The oldest has waited too long. */
    STORED_AGE
  }
}
