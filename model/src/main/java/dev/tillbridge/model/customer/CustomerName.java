package dev.tillbridge.model.customer;

import java.util.Objects;

/** A customer as a ticket or document names them. */
public record CustomerName(String id, String name) {

  public CustomerName {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
  }
}
