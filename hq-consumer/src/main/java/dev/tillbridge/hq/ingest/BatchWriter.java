package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a batch through one connection, inside the caller's transaction. */
final class BatchWriter {

  private static final Comparator<EntryId> BY_ID =
      Comparator.comparing(EntryId::lane)
          .thenComparing(EntryId::epoch)
          .thenComparing(EntryId::sequence);

  private final Clock clock;
  private final SuspenseBooking suspense;

  BatchWriter(Clock clock, SuspenseBooking suspense) {
    this.clock = clock;
    this.suspense = suspense;
  }

  Posted write(Connection connection, List<Arrival> arrivals) throws SQLException {
    Instant now = clock.instant();
    List<Arrival.Readable> readable = only(arrivals, Arrival.Readable.class);
    List<Arrival.Unusable> unusable = only(arrivals, Arrival.Unusable.class);
    Sorted batch = sort(connection, readable, now);
    int tickets = TicketTables.insert(connection, batch.fresh());
    DrawerTable.upsert(connection, batch.fresh());
    LedgerTables.insert(connection, batch.fresh(), now);
    ExceptionTables.keepConflicts(connection, batch.conflicts(), now);
    ExceptionTables.suspend(connection, unusable, now);
    suspense.book(connection, unusable, now);
    StreamTable.advance(connection, batch, now);
    return new Posted(
        batch.fresh().size(),
        tickets,
        batch.duplicates().size(),
        batch.conflicts().size(),
        unusable.size());
  }

  private static Sorted sort(Connection connection, List<Arrival.Readable> arrivals, Instant now)
      throws SQLException {
    // Sorted, so that two consumers meet in the index in the same order.
    TreeMap<EntryId, Arrival.Readable> first = new TreeMap<>(BY_ID);
    List<Arrival.Readable> again = new ArrayList<>();
    for (Arrival.Readable arrival : arrivals) {
      if (first.putIfAbsent(arrival.id(), arrival) != null) {
        again.add(arrival);
      }
    }
    List<NewEntry> fresh = EntryTable.insertNew(connection, first.values(), now);
    Map<EntryId, EntryHash> kept = new HashMap<>();
    Set<EntryId> stored = new HashSet<>();
    for (NewEntry entry : fresh) {
      kept.put(entry.id(), entry.arrival().hash());
      stored.add(entry.id());
    }
    List<Arrival.Readable> known =
        first.values().stream().filter(arrival -> !stored.contains(arrival.id())).toList();
    kept.putAll(EntryTable.hashesOf(connection, known));
    again.addAll(known);
    return told(fresh, again, kept);
  }

  private static Sorted told(
      List<NewEntry> fresh, List<Arrival.Readable> again, Map<EntryId, EntryHash> kept) {
    List<Arrival.Readable> duplicates = new ArrayList<>();
    List<Sorted.Conflict> conflicts = new ArrayList<>();
    for (Arrival.Readable arrival : again) {
      EntryHash hash = kept.get(arrival.id());
      if (hash == null) {
        throw new IllegalStateException(
            "Entry " + arrival.id() + " was neither stored nor found; the batch is rolled back.");
      }
      if (hash.equals(arrival.hash())) {
        duplicates.add(arrival);
      } else {
        conflicts.add(new Sorted.Conflict(arrival, hash));
      }
    }
    return new Sorted(fresh, duplicates, conflicts);
  }

  private static <T> List<T> only(List<Arrival> arrivals, Class<T> kind) {
    return arrivals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
