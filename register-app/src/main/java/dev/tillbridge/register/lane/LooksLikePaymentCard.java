package dev.tillbridge.register.lane;

/**
 * What was typed or scanned has a payment card's number in it, where none belongs. It is not
 * repeated here, so that no screen, log or other program gets it.
 */
public record LooksLikePaymentCard() implements Refusal {
  @Override
  public String message() {
    return "That looks like a payment card's number; it was not kept and nothing was changed. To pay, take a card payment and let the customer hold the card to the terminal. A phone number starts with +.";
  }
}
