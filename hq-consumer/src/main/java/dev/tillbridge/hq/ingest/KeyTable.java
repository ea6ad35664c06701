package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table {@code register_key}. */
final class KeyTable {

  /** Unapproved keys remembered per stream; further ones wait until one is decided. */
  static final int PENDING_MAX = 5;

  private static final String ENROLLED =
      """
      select k.lane, k.epoch, k.key
      from unnest(?::text[], ?::bigint[]) as asked (lane, epoch)
      join register_key k using (lane, epoch)
      where k.state = 'ENROLLED'
      """;

  private static final String ENROL =
      """
      insert into register_key
        (lane, epoch, key, fingerprint, first_seen_at, state, decided_by, decided_at)
      values (?, ?, ?, ?, ?::timestamptz, 'ENROLLED', 'automatic', ?::timestamptz)
      on conflict do nothing
      """;

  private static final String PENDING =
      """
      insert into register_key (lane, epoch, key, fingerprint, first_seen_at, state)
      select ?, ?, ?, ?, ?::timestamptz, 'PENDING'
      where (select count(*) from register_key where lane = ? and epoch = ?) < ?
      on conflict do nothing
      """;

  private KeyTable() {}

  static Map<StreamId, PublicKeyText> enrolled(Connection connection, Collection<StreamId> streams)
      throws SQLException {
    Map<StreamId, PublicKeyText> keys = new HashMap<>();
    if (streams.isEmpty()) {
      return keys;
    }
    try (PreparedStatement select = connection.prepareStatement(ENROLLED)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", streams.stream().map(stream -> stream.lane().toString()).toArray()));
      select.setArray(
          2, connection.createArrayOf("bigint", streams.stream().map(StreamId::epoch).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.put(
              new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)),
              new PublicKeyText(row.getString(3)));
        }
      }
    }
    return keys;
  }

  static void enrol(Connection connection, StreamId stream, PublicKeyText key, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ENROL)) {
      bind(insert, stream, key, now);
      insert.setString(6, now.toString());
      insert.executeUpdate();
    }
  }

  static void await(Connection connection, StreamId stream, PublicKeyText key, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PENDING)) {
      bind(insert, stream, key, now);
      insert.setString(6, stream.lane().toString());
      insert.setLong(7, stream.epoch());
      insert.setInt(8, PENDING_MAX);
      insert.executeUpdate();
    }
  }

  private static void bind(
      PreparedStatement insert, StreamId stream, PublicKeyText key, Instant now)
      throws SQLException {
    insert.setString(1, stream.lane().toString());
    insert.setLong(2, stream.epoch());
    insert.setString(3, key.base64());
    insert.setString(4, key.fingerprint());
    insert.setString(5, now.toString());
  }
}
