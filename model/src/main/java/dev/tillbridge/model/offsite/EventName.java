package dev.tillbridge.model.offsite;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Where a ticket was rung, when not in the shop.
 *
 * @param id made by the register that started the event, for example {@code S01-R07-E3}
 */
@JsonPropertyOrder({"id", "name", "place"})
public record EventName(String id, String name, String place) {

  public EventName {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(place, "place is missing");
  }

  /** {@code Summer fair, Town park}. */
  @Override
  public String toString() {
    return name + ", " + place;
  }
}
