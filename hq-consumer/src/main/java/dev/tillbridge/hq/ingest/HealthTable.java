package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last heartbeat of each stream. */
final class HealthTable {

  private static final String AGAIN =
      """
       on conflict (lane, epoch) do update set
        sequence = excluded.sequence, head = excluded.head, sent_at = excluded.sent_at,
        received_at = excluded.received_at, waiting = excluded.waiting, kept = excluded.kept,
        disk_level = excluded.disk_level, disk_free_bytes = excluded.disk_free_bytes,
        disk_reserve_bytes = excluded.disk_reserve_bytes,
        clock_offset_ms = excluded.clock_offset_ms, price_book = excluded.price_book,
        neighbour = excluded.neighbour, neighbour_waiting = excluded.neighbour_waiting,
        program = excluded.program, book_since = excluded.book_since,
        book_problem = excluded.book_problem
      """;

  private static final int PROBLEM_MAX = 500;

  private HealthTable() {}

  static void upsert(Connection connection, List<Arrival.Heard> heard, Instant now)
      throws SQLException {
    if (heard.isEmpty()) {
      return;
    }
    TreeMap<StreamId, Heartbeat> newest = new TreeMap<>();
    heard.forEach(arrival -> newest.put(arrival.stream(), arrival.heartbeat()));
    RowInsert rows =
        new RowInsert(
            "register_health",
            "lane text",
            "epoch bigint",
            "sequence bigint",
            "head text",
            "sent_at timestamptz",
            "received_at timestamptz",
            "waiting bigint",
            "kept bigint",
            "disk_level text",
            "disk_free_bytes bigint",
            "disk_reserve_bytes bigint",
            "clock_offset_ms bigint",
            "price_book bigint",
            "neighbour text",
            "neighbour_waiting bigint",
            "program text",
            "book_since timestamptz",
            "book_problem text");
    newest.values().forEach(heartbeat -> add(rows, heartbeat, now));
    try (PreparedStatement upsert = connection.prepareStatement(rows.sql() + AGAIN)) {
      rows.bind(connection, upsert, 1);
      upsert.executeUpdate();
    }
  }

  private static void add(RowInsert rows, Heartbeat heartbeat, Instant now) {
    RegisterHealth health = heartbeat.health();
    rows.add(
        heartbeat.stream().lane(),
        heartbeat.stream().epoch(),
        heartbeat.sequence(),
        heartbeat.head(),
        heartbeat.sentAt(),
        now,
        health.waiting(),
        health.kept(),
        health.disk().level(),
        health.disk().freeBytes(),
        health.disk().reserveBytes(),
        health.clockOffsetMs(),
        health.priceBook(),
        health.neighbour(),
        health.neighbourWaiting(),
        health.program(),
        health.priceBookSince(),
        problem(health.priceBookProblem()));
  }

  // It quotes whatever went wrong, and a PostgreSQL text cannot hold NUL.
  private static @Nullable String problem(@Nullable String told) {
    if (told == null) {
      return null;
    }
    String text = told.replace('\0', '\uFFFD');
    return text.length() > PROBLEM_MAX ? text.substring(0, PROBLEM_MAX) : text;
  }
}
