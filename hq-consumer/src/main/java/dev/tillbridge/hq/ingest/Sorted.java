package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.journal.EntryHash;
import java.util.List;
import java.util.stream.Stream;

/**
 * A batch's entries, told apart by what the database had.
 *
 * @param fresh to be posted
 * @param suspended new too, and not to be posted
 */
record Sorted(
    List<NewEntry> fresh,
    List<NewSuspended> suspended,
    List<Arrival.Numbered> duplicates,
    List<Conflict> conflicts) {

  /** Other bytes under the id of an entry we keep. */
  record Conflict(Arrival.Numbered arrival, EntryHash kept) {}

  /** What is held from now on and was not before. */
  Stream<Arrival.Numbered> stored() {
    return Stream.concat(
        fresh.stream().map(NewEntry::arrival), suspended.stream().map(NewSuspended::arrival));
  }
}
