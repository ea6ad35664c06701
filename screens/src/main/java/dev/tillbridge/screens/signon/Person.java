package dev.tillbridge.screens.signon;

import java.util.Objects;

/** Somebody who may sign on. */
public record Person(String id, String name, Role role) {

  public Person {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(role, "role is missing");
  }
}
