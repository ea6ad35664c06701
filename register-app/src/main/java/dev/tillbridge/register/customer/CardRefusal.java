package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.register.lane.Refusal;

/**
 * Why a customer's card is not taken. None of them repeats what could be a payment card's number.
 */
public sealed interface CardRefusal extends Refusal {

  /** A card of the shop's, or of another shop, that no customer has. */
  record NobodyHas(String number) implements CardRefusal {
    @Override
    public String message() {
      return "Nobody known here has card %s. Choose whose it is, or add them; or go on without it (Esc)."
          .formatted(number);
    }
  }

  /** A payment card where a customer's belongs. */
  record PaymentCard() implements CardRefusal {
    @Override
    public String message() {
      return "That is a payment card, not a customer's card. Its number was not kept. To pay with it, take the card payment and let the customer hold it to the terminal.";
    }
  }

  record NoNumber() implements CardRefusal {
    @Override
    public String message() {
      return "The number of a customer's card has %d to %d letters and digits. Correct it, or leave it out."
          .formatted(CustomerCard.CHARS_MIN, CustomerCard.CHARS_MAX);
    }
  }

  record OfAnother(String number, String name, String id) implements CardRefusal {
    @Override
    public String message() {
      return "Card %s is %s's (%s). To give it to somebody else, change %s first and empty the card's number there."
          .formatted(number, name, id, name);
    }
  }

  /** The reader read nothing to go by. */
  record NotRead(String fact, String next) implements CardRefusal {
    @Override
    public String message() {
      return fact + " " + next + " Or search for the customer by name.";
    }
  }
}
