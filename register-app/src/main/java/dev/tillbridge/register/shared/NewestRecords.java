package dev.tillbridge.register.shared;

import dev.tillbridge.model.shared.SharedRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records of one kind by key, the newest of them up to a maximum. Thread-safe. */
final class NewestRecords<R extends SharedRecord> {

  private record Place(long version, String key) {}

  private final int max;
  private final Map<String, Place> places = new HashMap<>();
  private final TreeMap<Place, R> newest =
      new TreeMap<>(Comparator.comparingLong(Place::version).thenComparing(Place::key));

  NewestRecords(int max) {
    this.max = max;
  }

  /** Takes a record unless a newer one is here; answers those that left for want of room. */
  synchronized List<R> put(Versioned told, R record) {
    Place before = places.get(told.key());
    if (before != null && before.version() >= told.version()) {
      return List.of();
    }
    if (before != null) {
      newest.remove(before);
    }
    Place place = new Place(told.version(), told.key());
    places.put(told.key(), place);
    newest.put(place, record);
    List<R> gone = new ArrayList<>();
    while (newest.size() > max) {
      R oldest = newest.pollFirstEntry().getValue();
      places.remove(oldest.key());
      gone.add(oldest);
    }
    return gone;
  }

  synchronized Optional<R> find(String key) {
    Place place = places.get(key);
    return place == null ? Optional.empty() : Optional.ofNullable(newest.get(place));
  }

  /** Those told last first. */
  synchronized List<R> all() {
    return List.copyOf(newest.descendingMap().values());
  }

  synchronized int size() {
    return newest.size();
  }
}
