package dev.tillbridge.model.offsite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An event that a register sells at, away from the shop.
 *
 * @param id made by the register that started it, for example {@code S01-R07-E3}
 * @param from first day
 * @param to last day; after it the event is over by itself
 * @param sessionsBefore number of the last drawer session before it: later ones are the event's
 * @param items whose prices are its own, at most {@value #ITEMS_MAX}; all others cost what they
 *     cost in the shop
 */
@JsonPropertyOrder({"id", "name", "place", "from", "to", "sessionsBefore", "items"})
public record OffsiteEvent(
    String id,
    String name,
    String place,
    LocalDate from,
    LocalDate to,
    long sessionsBefore,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OffsiteItem> items) {

  /** As many as are looked through for each line of a ticket, and as fit on a page of keys. */
  public static final int ITEMS_MAX = 200;

  public OffsiteEvent {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(place, "place is missing");
    Objects.requireNonNull(from, "from is missing");
    Objects.requireNonNull(to, "to is missing");
    items = items == null ? List.of() : List.copyOf(items);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Event " + id + " ends on " + to + ", before it begins on " + from + ".");
    }
    if (items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException(
          "Event %s has %d items; at most %d.".formatted(id, items.size(), ITEMS_MAX));
    }
    Set<String> codes = new HashSet<>();
    for (OffsiteItem item : items) {
      if (!codes.add(item.code())) {
        throw new IllegalArgumentException(
            "Event " + id + " has item " + item.code() + " more than once.");
      }
    }
  }

  /** As tickets name it. */
  @JsonIgnore
  public EventName title() {
    return new EventName(id, name, place);
  }

  /** The item with this code, when its price is the event's. */
  public Optional<OffsiteItem> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** Whether a drawer session of its register belongs to it. */
  public boolean hasSession(long session) {
    return session > sessionsBefore;
  }
}
