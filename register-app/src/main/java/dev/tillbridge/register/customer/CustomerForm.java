package dev.tillbridge.register.customer;

import dev.tillbridge.model.card.PaymentCardNumbers;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer who is added or changed; empty for nothing.
 *
 * @param card number of their card as it was typed, null when nothing is said of it
 */
public record CustomerForm(
    String name,
    String phone,
    String email,
    String group,
    String taxReference,
    boolean marketing,
    @Nullable String card) {

  public CustomerForm {
    name = name.strip();
    phone = phone.strip();
    email = email.strip();
    group = group.strip();
    taxReference = taxReference.strip();
    card = card == null ? null : card.replaceAll("[\\s-]", "");
  }

  /** One that says nothing of a card. */
  public CustomerForm(
      String name,
      String phone,
      String email,
      String group,
      String taxReference,
      boolean marketing) {
    this(name, phone, email, group, taxReference, marketing, null);
  }

  /** What is known of somebody now. */
  static CustomerForm of(Customer customer) {
    return new CustomerForm(
        customer.name(),
        Objects.requireNonNullElse(customer.phone(), ""),
        Objects.requireNonNullElse(customer.email(), ""),
        Objects.requireNonNullElse(customer.group(), ""),
        Objects.requireNonNullElse(customer.taxReference(), ""),
        customer.marketing());
  }

  CustomerForm withCard(String number) {
    return new CustomerForm(name, phone, email, group, taxReference, marketing, number);
  }

  /** The card they are to have; empty for none, or when nothing is said of it. */
  Optional<String> cardNumber() {
    return card == null ? Optional.empty() : CustomerCard.number(card);
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
        ? ofCard()
        : Optional.of(new CustomerRefusal.NoEmail(email));
  }

  private Optional<Refusal> ofCard() {
    if (card == null || card.isEmpty() || cardNumber().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        PaymentCardNumbers.isOne(card)
            ? new CardRefusal.PaymentCard()
            : new CardRefusal.NoNumber());
  }
}
