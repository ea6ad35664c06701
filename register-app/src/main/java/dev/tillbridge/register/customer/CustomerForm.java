package dev.tillbridge.register.customer;

import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import java.util.Map;
import java.util.Optional;

/** What is known of a customer who is added or changed; empty for nothing. */
public record CustomerForm(
    String name, String phone, String email, String group, String taxReference, boolean marketing) {

  public CustomerForm {
    name = name.strip();
    phone = phone.strip();
    email = email.strip();
    group = group.strip();
    taxReference = taxReference.strip();
  }

  /** Why it cannot be recorded; empty when it can. */
  Optional<Refusal> refusal() {
    if (name.isEmpty()) {
      return Optional.of(new CustomerRefusal.NoName());
    }
    for (Map.Entry<String, String> each :
        Map.of(
                "Name", name,
                "Phone", phone,
                "Email", email,
                "Group", group,
                "Tax reference", taxReference)
            .entrySet()) {
      if (each.getValue().length() > LaneLimits.REASON_LENGTH_MAX) {
        return Optional.of(
            new Refusal.NotAllowed(
                each.getKey(),
                each.getValue().substring(0, 20) + "...",
                "up to " + LaneLimits.REASON_LENGTH_MAX + " characters"));
      }
    }
    if (!phone.isEmpty() && !Contact.isPhone(phone)) {
      return Optional.of(new CustomerRefusal.NoPhone(phone));
    }
    return email.isEmpty() || Contact.isEmail(email)
        ? Optional.empty()
        : Optional.of(new CustomerRefusal.NoEmail(email));
  }
}
