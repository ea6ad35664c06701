package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Records what a customer is called, how they are reached and whether they may be written to, as
 * the next revision under the same id. Group and tax reference stay.
 *
 * @param before as they were shown
 */
public record EditCustomer(Customer before, CustomerForm form) implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof CustomerRecorded recorded && recorded.customer().equals(after());
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Optional<Refusal> refusal = form.refusal().or(() -> changedMeanwhile(till));
    if (refusal.isPresent()) {
      return refusal;
    }
    DrawerSession session = till.session();
    return till.record(new CustomerRecorded(session == null ? 0 : session.number(), after()));
  }

  private Optional<Refusal> changedMeanwhile(AtTheTill till) {
    return till.state().open().customers().stream()
        .filter(own -> own.id().equals(before.id()) && own.revision() > before.revision())
        .findFirst()
        .map(own -> new CustomerRefusal.ChangedMeanwhile(own.name()));
  }

  private Customer after() {
    return new Customer(
        before.id(),
        before.revision() + 1,
        form.name(),
        AddCustomer.orNull(form.phone()),
        AddCustomer.orNull(form.email()),
        before.group(),
        before.taxReference(),
        form.marketing());
  }
}
