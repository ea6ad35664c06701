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

  /** Numbers held above the watermark that are read at a time. */
  static final int WINDOW = 5_000;

  /**
   * A stream is looked at this far above a gap that does not close; a manager closes such a life.
   */
  static final int WINDOWS_MAX = 40;

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
    List<SequenceRange> missing = new ArrayList<>();
    long from = upTo;
    for (int window = 0; window < WINDOWS_MAX && missing.size() < RANGES_MAX; window++) {
      List<Long> held = heldAbove(connection, stream, from);
      boolean more = held.size() == WINDOW && held.getLast() < last;
      long seen = more ? held.getLast() : last;
      missing.addAll(Missing.between(from, held, seen, RANGES_MAX - missing.size()));
      if (!more) {
        break;
      }
      from = seen;
    }
    return missing;
  }

  private static List<Long> heldAbove(Connection connection, StreamId stream, long from)
      throws SQLException {
    List<Long> held = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setString(1, stream.lane().toString());
      select.setLong(2, stream.epoch());
      select.setLong(3, from);
      select.setInt(4, WINDOW);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(row.getLong(1));
        }
      }
    }
    return held;
  }
}
