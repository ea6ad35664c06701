package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.delivery.Verdict;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a batch through one connection, inside the caller's transaction. */
final class BatchWriter {

  private static final Comparator<EntryId> BY_ID =
      Comparator.comparing(EntryId::lane)
          .thenComparing(EntryId::epoch)
          .thenComparing(EntryId::sequence);

  private final Gate gate;
  private final Clock clock;
  private final SuspenseBooking suspense;

  BatchWriter(Gate gate, SuspenseBooking suspense, Clock clock) {
    this.gate = gate;
    this.clock = clock;
    this.suspense = suspense;
  }

  Posted write(Connection connection, List<Arrival> arrivals) throws SQLException {
    Instant now = clock.instant();
    List<Arrival> admitted = gate.admit(connection, arrivals, now);
    List<Arrival.Unusable> unusable = only(admitted, Arrival.Unusable.class);
    List<Arrival.Heard> heard = only(admitted, Arrival.Heard.class);
    Sorted batch = sort(connection, only(admitted, Arrival.Numbered.class), now);
    int tickets = post(connection, batch.fresh(), now);
    ConflictTable.keep(connection, batch.conflicts(), now);
    SuspenseBooking.reverse(connection, SuspenseTable.resolve(connection, batch, now), now);
    SuspenseTable.suspend(connection, batch.suspended(), unusable, now);
    suspense.book(connection, batch.suspended(), unusable, now);
    StreamTable.advance(connection, batch, heard, now);
    HealthTable.upsert(connection, heard, now);
    return new Posted(
        batch.fresh().size(),
        tickets,
        batch.duplicates().size(),
        batch.conflicts().size(),
        batch.suspended().size() + unusable.size(),
        heard.size(),
        only(admitted, Arrival.Ignored.class).size());
  }

  /** All that these entries mean, in the books; answers with how many tickets are among them. */
  static int post(Connection connection, List<NewEntry> entries, Instant now) throws SQLException {
    int tickets = TicketTables.insert(connection, entries);
    DrawerTable.upsert(connection, entries);
    LedgerTables.insert(connection, entries, now);
    NoteTables.insert(connection, entries);
    CardTable.upsert(connection, entries);
    DocumentTables.insert(connection, entries, now);
    BetweenRegisters.insert(connection, entries, now);
    EventTables.insert(connection, entries);
    CheckpointTable.insert(connection, entries);
    return tickets;
  }

  private static Sorted sort(Connection connection, List<Arrival.Numbered> arrivals, Instant now)
      throws SQLException {
    // Sorted, so that two consumers meet in the index in the same order.
    TreeMap<EntryId, Arrival.Numbered> first = new TreeMap<>(BY_ID);
    List<Arrival.Numbered> again = new ArrayList<>();
    for (Arrival.Numbered arrival : arrivals) {
      if (first.putIfAbsent(arrival.id(), arrival) != null) {
        again.add(arrival);
      }
    }
    Map<EntryId, Long> stored = EntryTable.insertNew(connection, first.values(), now);
    List<NewEntry> fresh = new ArrayList<>();
    List<NewSuspended> suspended = new ArrayList<>();
    List<Arrival.Numbered> known = new ArrayList<>();
    Map<EntryId, EntryHash> held = new HashMap<>();
    for (Arrival.Numbered arrival : first.values()) {
      Long row = stored.get(arrival.id());
      if (row == null) {
        known.add(arrival);
        continue;
      }
      held.put(arrival.id(), arrival.hash());
      switch (arrival) {
        case Arrival.Readable entry -> fresh.add(new NewEntry(row, entry));
        case Arrival.Unpostable entry -> suspended.add(new NewSuspended(row, entry));
      }
    }
    again.addAll(known);
    held.putAll(EntryTable.hashesOf(connection, known.stream().map(Arrival.Numbered::id).toList()));
    return told(fresh, suspended, again, held);
  }

  private static Sorted told(
      List<NewEntry> fresh,
      List<NewSuspended> suspended,
      List<Arrival.Numbered> again,
      Map<EntryId, EntryHash> held) {
    List<Arrival.Numbered> duplicates = new ArrayList<>();
    List<Sorted.Conflict> conflicts = new ArrayList<>();
    for (Arrival.Numbered arrival : again) {
      EntryHash hash = held.get(arrival.id());
      if (hash == null) {
        throw new IllegalStateException(
            "Entry " + arrival.id() + " was neither stored nor found; the batch is rolled back.");
      }
      switch (Verdict.of(hash, arrival.hash())) {
        case DUPLICATE -> duplicates.add(arrival);
        case CONFLICT -> conflicts.add(new Sorted.Conflict(arrival, hash));
        case NEW -> throw new IllegalStateException("Entry " + arrival.id() + " is held already.");
      }
    }
    return new Sorted(fresh, suspended, duplicates, conflicts);
  }

  private static <T> List<T> only(List<Arrival> arrivals, Class<T> kind) {
    return arrivals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
