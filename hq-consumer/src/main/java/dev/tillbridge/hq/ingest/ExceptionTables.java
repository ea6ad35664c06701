package dev.tillbridge.hq.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What a human has to look at. The same bytes arriving again add nothing. */
final class ExceptionTables {

  private ExceptionTables() {}

  static void keepConflicts(Connection connection, List<Sorted.Conflict> conflicts, Instant now)
      throws SQLException {
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
      Arrival.Readable arrival = conflict.arrival();
      rows.add(
          arrival.id().lane(),
          arrival.id().epoch(),
          arrival.id().sequence(),
          conflict.kept(),
          arrival.hash(),
          now,
          arrival.bytes());
    }
    keep(connection, rows);
  }

  static void suspend(Connection connection, List<Arrival.Unusable> arrivals, Instant now)
      throws SQLException {
    RowInsert rows =
        new RowInsert(
            "suspense",
            "hash text",
            "kind text",
            "reason text",
            "received_at timestamptz",
            "bytes bytea");
    for (Arrival.Unusable arrival : arrivals) {
      // A PostgreSQL text cannot hold NUL, and the reason may quote what was sent.
      String reason = arrival.reason().replace('\0', '\uFFFD');
      rows.add(arrival.hash(), arrival.kind(), reason, now, arrival.bytes());
    }
    keep(connection, rows);
  }

  private static void keep(Connection connection, RowInsert rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(rows.sql() + " on conflict do nothing")) {
      rows.bind(connection, insert, 1);
      insert.executeUpdate();
    }
  }
}
