package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a new customer and puts them on the open ticket, as far as it takes one.
 *
 * @param others whom HQ told of
 */
public record AddCustomer(CustomerForm form, People others) implements TillCommand {

  /** Where HQ told of nobody. */
  public AddCustomer(CustomerForm form) {
    this(form, People.NONE);
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Optional<Refusal> refusal = refusal(till);
    if (refusal.isPresent()) {
      return refusal;
    }
    String id = till.lane() + "-C" + till.numbering().nextCustomer(till.state());
    Customer customer =
        new Customer(
            id,
            1,
            form.name(),
            orNull(form.phone()),
            orNull(form.email()),
            orNull(form.group()),
            orNull(form.taxReference()),
            form.marketing(),
            form.cardNumber()
                .map(number -> new CustomerCard(number, till.clock().now()))
                .orElse(null));
    DrawerSession session = till.session();
    return till.record(new CustomerRecorded(session == null ? 0 : session.number(), customer))
        .or(() -> new ChooseCustomer(id, others).carryOut(till));
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof CustomerRecorded recorded
        && recorded.customer().name().equals(form.name());
  }

  private Optional<Refusal> refusal(AtTheTill till) {
    return form.refusal()
        .or(() -> knownAlready(till))
        .or(() -> CardHolder.refusal(form.cardNumber(), till, others));
  }

  private Optional<Refusal> knownAlready(AtTheTill till) {
    return till.state().open().customers().stream()
        .filter(known -> Contact.isSame(known, form.phone(), form.email()))
        .findFirst()
        .or(() -> others.withContact(form.phone(), form.email()))
        .map(known -> new CustomerRefusal.KnownAlready(known.name(), known.id()));
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
