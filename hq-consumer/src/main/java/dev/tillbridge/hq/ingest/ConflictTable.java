package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Other bytes under a known id. The same bytes arriving again add nothing. */
final class ConflictTable {

  private ConflictTable() {}

  static void keep(Connection connection, List<Sorted.Conflict> conflicts, Instant now)
      throws SQLException {
    if (conflicts.isEmpty()) {
      return;
    }
    RowInsert rows =
        new RowInsert(
            "entry_conflict",
            "lane text",
            "epoch bigint",
            "sequence bigint",
            "kept_hash text",
            "hash text",
            "received_at timestamptz",
            "bytes bytea");
    for (Sorted.Conflict conflict : conflicts) {
      Arrival.Numbered arrival = conflict.arrival();
      rows.add(
          arrival.id().lane(),
          arrival.id().epoch(),
          arrival.id().sequence(),
          conflict.kept(),
          arrival.hash(),
          now,
          arrival.bytes());
    }
    try (PreparedStatement insert =
        connection.prepareStatement(rows.sql() + " on conflict do nothing")) {
      rows.bind(connection, insert, 1);
      insert.executeUpdate();
    }
  }
}
