package dev.tillbridge.model.journal;

import dev.tillbridge.model.customer.Customer;
import java.util.Objects;

/** A customer was added or changed; what they are now. */
public record CustomerRecorded(long drawerSession, Customer customer) implements EntryBody {

  public CustomerRecorded {
    Objects.requireNonNull(customer, "customer is missing");
  }
}
