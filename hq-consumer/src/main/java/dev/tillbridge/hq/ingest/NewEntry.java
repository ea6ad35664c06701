package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.JournalEntry;

/** An entry the database did not have, under the row number it got. */
record NewEntry(long row, Arrival.Readable arrival) {

  JournalEntry entry() {
    return arrival.entry();
  }

  EntryId id() {
    return arrival.id();
  }

  String lane() {
    return id().lane().toString();
  }

  String store() {
    return id().lane().store();
  }
}
