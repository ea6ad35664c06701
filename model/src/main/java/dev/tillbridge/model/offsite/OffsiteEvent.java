package dev.tillbridge.model.offsite;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An event that a register sells at, away from the shop.
 *
 * @param id made by the register that started it, for example {@code S01-R07-E3}
 * @param from first day
 * @param to last day; after it the event is over by itself
 */
public record OffsiteEvent(String id, String name, String place, LocalDate from, LocalDate to) {

  public OffsiteEvent {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(place, "place is missing");
    Objects.requireNonNull(from, "from is missing");
    Objects.requireNonNull(to, "to is missing");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Event " + id + " ends on " + to + ", before it begins on " + from + ".");
    }
  }
}
