package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Gives a card to a customer who is known already, in place of the one they had, and puts them on
 * the open ticket.
 *
 * @param before as they were shown
 * @param others whom HQ told of
 */
public record GiveCard(String number, Customer before, People others) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return noNumber()
        .or(() -> choose().refusal(till))
        .or(() -> edit().carryOut(till))
        .or(() -> choose().carryOut(till));
  }

  @Override
  public boolean records(EntryBody body) {
    return edit().records(body);
  }

  /** Without one the customer's card would be taken away instead. */
  private Optional<Refusal> noNumber() {
    return number.isBlank() ? Optional.of(new CardRefusal.NoNumber()) : Optional.empty();
  }

  private ChooseCustomer choose() {
    return new ChooseCustomer(before.id(), others);
  }

  private EditCustomer edit() {
    return new EditCustomer(before, CustomerForm.of(before).withCard(number), others);
  }
}
