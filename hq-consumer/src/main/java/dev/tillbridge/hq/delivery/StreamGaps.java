package dev.tillbridge.hq.delivery;

import dev.tillbridge.model.delivery.Missing;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is missing of a stream, read from the books. */
final class StreamGaps {

  static final int RANGES_MAX = 100;

  /** Numbers held above the watermark that are looked at; gaps further up wait their turn. */
  static final int HELD_MAX = 5_000;

  private static final String HELD =
      """
      select sequence from entry
      where lane = ? and epoch = ? and sequence > ? order by sequence limit ?
      """;

  private StreamGaps() {}

  /**
   * The missing ranges, ascending.
   *
   * @param upTo the watermark
   * @param last the highest number known to exist
   */
  static List<SequenceRange> of(Connection connection, StreamId stream, long upTo, long last)
      throws SQLException {
    if (last <= upTo) {
      return List.of();
    }
    List<Long> held = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setString(1, stream.lane().toString());
      select.setLong(2, stream.epoch());
      select.setLong(3, upTo);
      select.setInt(4, HELD_MAX);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(row.getLong(1));
        }
      }
    }
    long seen = held.size() < HELD_MAX ? last : Math.min(last, held.getLast());
    return Missing.between(upTo, held, seen, RANGES_MAX);
  }
}
