package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code suspense}. The same bytes arriving again add nothing. */
final class SuspenseTable {

  /** What lay here without a number and has one now tells so; anything else stays as it is. */
  private static final String AGAIN =
      """
       on conflict (hash) do update
        set kind = excluded.kind, reason = excluded.reason, entry_id = excluded.entry_id
        where suspense.entry_id is null and suspense.resolved_at is null
          and (excluded.entry_id is not null or suspense.kind <> excluded.kind)
      """;

  private static final String RESOLVE =
      """
      update suspense s set resolved_at = ?::timestamptz, resolution = r.resolution
      from unnest(?::text[], ?::text[]) as r (hash, resolution)
      where s.hash = r.hash and s.entry_id is null and s.resolved_at is null
      returning s.id
      """;

  private final RowInsert rows =
      new RowInsert(
          "suspense",
          "hash text",
          "kind text",
          "reason text",
          "received_at timestamptz",
          "lane text",
          "epoch bigint",
          "sequence bigint",
          "key text",
          "entry_id bigint",
          "bytes bytea");
  private final Set<EntryHash> added = new HashSet<>();
  private final Instant now;

  private SuspenseTable(Instant now) {
    this.now = now;
  }

  static void suspend(
      Connection connection,
      List<NewSuspended> numbered,
      List<Arrival.Unusable> others,
      Instant now)
      throws SQLException {
    if (numbered.isEmpty() && others.isEmpty()) {
      return;
    }
    SuspenseTable table = new SuspenseTable(now);
    for (NewSuspended entry : numbered) {
      Arrival.Unpostable a = entry.arrival();
      table.add(a.hash(), a.kind(), a.reason(), a.id(), a.key(), entry.row(), a.bytes());
    }
    for (Arrival.Unusable a : others) {
      table.add(a.hash(), a.kind(), a.reason(), a.claims(), a.key(), null, a.bytes());
    }
    try (PreparedStatement insert = connection.prepareStatement(table.rows.sql() + AGAIN)) {
      table.rows.bind(connection, insert, 1);
      insert.executeUpdate();
    }
  }

  private void add(
      EntryHash hash,
      SuspenseKind kind,
      String reason,
      @Nullable EntryId id,
      @Nullable PublicKeyText key,
      @Nullable Long row,
      byte[] bytes) {
    if (added.add(hash)) {
      rows.add(
          hash,
          kind,
          // A PostgreSQL text cannot hold NUL, and the reason may quote what was sent.
          reason.replace('\0', '\uFFFD'),
          now,
          id == null ? null : id.lane(),
          id == null ? null : id.epoch(),
          id == null ? null : id.sequence(),
          key,
          row,
          bytes);
    }
  }

  /**
   * Marks what lay here without a number and is posted, held or in conflict by this batch, and
   * answers the numbers of those messages.
   */
  static List<Long> resolve(Connection connection, Sorted batch, Instant now) throws SQLException {
    int count = batch.fresh().size() + batch.duplicates().size() + batch.conflicts().size();
    if (count == 0) {
      return List.of();
    }
    String[] hashes = new String[count];
    String[] resolutions = new String[count];
    int next = 0;
    for (NewEntry entry : batch.fresh()) {
      hashes[next] = entry.arrival().hash().hex();
      resolutions[next++] = "POSTED";
    }
    for (Arrival.Numbered arrival : batch.duplicates()) {
      hashes[next] = arrival.hash().hex();
      resolutions[next++] = "DUPLICATE";
    }
    for (Sorted.Conflict conflict : batch.conflicts()) {
      hashes[next] = conflict.arrival().hash().hex();
      resolutions[next++] = "CONFLICT";
    }
    try (PreparedStatement update = connection.prepareStatement(RESOLVE)) {
      update.setString(1, now.toString());
      update.setArray(2, connection.createArrayOf("text", hashes));
      update.setArray(3, connection.createArrayOf("text", resolutions));
      List<Long> resolved = new ArrayList<>();
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          resolved.add(row.getLong(1));
        }
      }
      return resolved;
    }
  }
}
