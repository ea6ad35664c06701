package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records what a customer is called, how they are reached, which card they have and whether they
 * may be written to, as the next revision under the same id. Group and tax reference stay.
 *
 * @param before as they were shown
 * @param others whom HQ told of
 */
public record EditCustomer(Customer before, CustomerForm form, People others)
    implements TillCommand {

  /** Where HQ told of nobody. */
  public EditCustomer(Customer before, CustomerForm form) {
    this(before, form, People.NONE);
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof CustomerRecorded(long _, Customer after)
        && after.with(null).equals(after(null))
        && (form.card() == null || after.cardNumber().equals(form.cardNumber()));
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Optional<Refusal> refusal = refusal(till);
    if (refusal.isPresent()) {
      return refusal;
    }
    DrawerSession session = till.session();
    return till.record(
        new CustomerRecorded(
            session == null ? 0 : session.number(), after(card(till.clock().now()))));
  }

  /** Why it cannot be recorded; empty when it can. */
  Optional<Refusal> refusal(AtTheTill till) {
    return form.refusal()
        .or(() -> changedMeanwhile(till))
        .or(() ->
            isAnotherCard()
                ? CardHolder.refusal(form.cardNumber(), till, others)
                : Optional.empty());
  }

  private boolean isAnotherCard() {
    return form.card() != null && !form.cardNumber().equals(before.cardNumber());
  }

  /** What is said last counts, so a clock that went back does not make it older than before. */
  private @Nullable CustomerCard card(Instant now) {
    CustomerCard had = before.card();
    if (!isAnotherCard()) {
      return had;
    }
    Instant since = had == null || now.isAfter(had.since()) ? now : had.since().plusMillis(1);
    return new CustomerCard(form.cardNumber().orElse(null), since);
  }

  private Optional<Refusal> changedMeanwhile(AtTheTill till) {
    return till.state().open().customers().stream()
        .filter(own -> own.id().equals(before.id()) && own.revision() > before.revision())
        .findFirst()
        .map(own -> new CustomerRefusal.ChangedMeanwhile(own.name()));
  }

  private Customer after(@Nullable CustomerCard card) {
    return new Customer(
        before.id(),
        before.revision() + 1,
        form.name(),
        AddCustomer.orNull(form.phone()),
        AddCustomer.orNull(form.email()),
        before.group(),
        before.taxReference(),
        form.marketing(),
        card);
  }
}
