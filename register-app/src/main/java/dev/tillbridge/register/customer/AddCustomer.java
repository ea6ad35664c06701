package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records a new customer and puts them on the open ticket, as far as it takes one. */
public record AddCustomer(CustomerForm form) implements TillCommand {

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
            form.marketing());
    DrawerSession session = till.session();
    return till.record(new CustomerRecorded(session == null ? 0 : session.number(), customer))
        .or(() -> new ChooseCustomer(id).carryOut(till));
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof CustomerRecorded recorded
        && recorded.customer().name().equals(form.name());
  }

  private Optional<Refusal> refusal(AtTheTill till) {
    if (form.name().isEmpty()) {
      return Optional.of(new CustomerRefusal.NoName());
    }
    for (Map.Entry<String, String> each :
        Map.of(
                "Name", form.name(),
                "Phone", form.phone(),
                "Email", form.email(),
                "Group", form.group(),
                "Tax reference", form.taxReference())
            .entrySet()) {
      if (each.getValue().length() > LaneLimits.REASON_LENGTH_MAX) {
        return Optional.of(
            new Refusal.NotAllowed(
                each.getKey(),
                each.getValue().substring(0, 20) + "...",
                "up to " + LaneLimits.REASON_LENGTH_MAX + " characters"));
      }
    }
    if (!form.phone().isEmpty() && !Contact.isPhone(form.phone())) {
      return Optional.of(new CustomerRefusal.NoPhone(form.phone()));
    }
    if (!form.email().isEmpty() && !Contact.isEmail(form.email())) {
      return Optional.of(new CustomerRefusal.NoEmail(form.email()));
    }
    return till.state().open().customers().stream()
        .filter(this::isSame)
        .findFirst()
        .map(known -> new CustomerRefusal.KnownAlready(known.name(), known.id()));
  }

  private boolean isSame(Customer known) {
    String phone = known.phone();
    String email = known.email();
    return phone != null
            && !form.phone().isEmpty()
            && Contact.phone(phone).equals(Contact.phone(form.phone()))
        || email != null
            && !form.email().isEmpty()
            && Contact.email(email).equals(Contact.email(form.email()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
