package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.delivery.Progress;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A locked row of {@code register_stream}, as far as progress needs it. */
record StreamState(long lastSequence, Progress progress) {

  static final String COLUMNS = "last_sequence, watermark, watermark_head, broken_at";

  static StreamState in(ResultSet row, int first) throws SQLException {
    long brokenAt = row.getLong(first + 3);
    return new StreamState(
        row.getLong(first),
        new Progress(
            row.getLong(first + 1),
            new EntryHash(row.getString(first + 2)),
            row.wasNull() || brokenAt == 0 ? null : brokenAt));
  }
}
