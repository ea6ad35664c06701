package dev.tillbridge.model.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one register recorded them.
 *
 * @param id made by the register that added them, for example {@code S01-R07-C12}
 * @param revision 1 when added, one more with each change
 * @param group customer group of the price book, null for none
 * @param taxReference why no tax is charged, for example an exemption certificate's number
 * @param marketing whether they agreed to be written to
 * @param card what was said last of their card; null when nothing ever was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Customer(
    String id,
    long revision,
    String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String group,
    @Nullable String taxReference,
    boolean marketing,
    @Nullable CustomerCard card) {

  public Customer {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    if (name.isBlank()) {
      throw new IllegalArgumentException("Customer " + id + " has no name.");
    }
    if (revision < 1) {
      throw new IllegalArgumentException(
          "Customer " + id + ": revisions count from 1; got " + revision + ".");
    }
  }

  /** One of whom nobody said anything about a card. */
  public Customer(
      String id,
      long revision,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String group,
      @Nullable String taxReference,
      boolean marketing) {
    this(id, revision, name, phone, email, group, taxReference, marketing, null);
  }

  /** The number of the card they have. */
  public Optional<String> cardNumber() {
    return card == null ? Optional.empty() : Optional.ofNullable(card.number());
  }

  /** The same with this said of their card. */
  public Customer with(@Nullable CustomerCard now) {
    return new Customer(id, revision, name, phone, email, group, taxReference, marketing, now);
  }

  /** As a ticket or document names them. */
  public CustomerName named() {
    return new CustomerName(id, name);
  }
}
