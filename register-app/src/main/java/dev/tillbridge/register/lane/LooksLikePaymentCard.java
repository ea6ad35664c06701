package dev.tillbridge.register.lane;

/**
 * What was typed or scanned has a payment card's number in it, where none belongs. It is not
 * repeated here, so that no screen, log or other program gets it.
 */
public record LooksLikePaymentCard() implements Refusal {
  @Override
  public String message() {
    return "That looks like a payment card's number. It was not kept, and nothing was changed. Take it off. To pay with the card, take the card payment and let the customer hold it to the terminal; a phone number is written with + in front.";
  }
}
