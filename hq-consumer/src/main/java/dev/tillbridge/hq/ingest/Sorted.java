package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.journal.EntryHash;
import java.util.List;

/** A batch's readable arrivals, told apart by what the database had. */
record Sorted(List<NewEntry> fresh, List<Arrival.Readable> duplicates, List<Conflict> conflicts) {

  /** Other bytes under the id of an entry we keep. */
  record Conflict(Arrival.Readable arrival, EntryHash kept) {}
}
