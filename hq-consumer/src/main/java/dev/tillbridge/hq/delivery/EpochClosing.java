package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes the life of a register whose disk is gone. HQ asks for nothing more then; what is missing
 * up to the last known number stands as declared lost, and whatever still arrives is posted.
 */
public final class EpochClosing {

  private static final int NOTE_MAX = 500;
  private static final int RANGES_SHOWN = 10;

  private static final String LOCK =
      """
      select watermark, last_sequence, closed_by from register_stream
      where lane = ? and epoch = ? for update
      """;

  private static final String CLOSE =
      """
      update register_stream set closed_at = ?::timestamptz, closed_by = ?, closed_sequence = ?,
        closed_note = ?, missing_since = null, request_ranges = '', requests = 0,
        watermark_stale = true
      where lane = ? and epoch = ?
      """;

  private final Books books;
  private final Clock clock;

  public EpochClosing(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * Closes it for good.
   *
   * @param lastKnown the last number it is known to have used, from a receipt or its neighbour
   * @param who signed on
   * @param note why, in a sentence
   */
  public Decision close(StreamId stream, long lastKnown, String who, String note) {
    String reason = note.strip();
    if (reason.isEmpty() || reason.length() > NOTE_MAX) {
      return new Decision.Refused(
          "Write a note of 1 to " + NOTE_MAX + " characters: why is this life over?");
    }
    return books.write(session ->
        session.doReturningWork(connection -> close(connection, stream, lastKnown, who, reason)));
  }

  private record Held(long watermark, long lastSequence, @Nullable String closedBy) {}

  private Decision close(
      Connection connection, StreamId stream, long lastKnown, String who, String note)
      throws SQLException {
    Held held = lock(connection, stream);
    if (held == null) {
      return new Decision.Refused("HQ has never heard of " + stream + ".");
    }
    if (held.closedBy() != null) {
      return new Decision.Refused(stream + " was closed by " + held.closedBy() + " already.");
    }
    if (lastKnown < held.lastSequence()) {
      return new Decision.Refused(
          "HQ holds entry %d of %s, so its last number is at least that; got %d."
              .formatted(held.lastSequence(), stream, lastKnown));
    }
    try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
      close.setString(1, clock.instant().toString());
      close.setString(2, who);
      close.setLong(3, lastKnown);
      close.setString(4, note);
      close.setString(5, stream.lane().toString());
      close.setLong(6, stream.epoch());
      close.executeUpdate();
    }
    List<SequenceRange> lost = StreamGaps.of(connection, stream, held.watermark(), lastKnown);
    return new Decision.Done(
        lost.isEmpty()
            ? stream + " is closed; HQ holds all " + lastKnown + " entries."
            : "%s is closed. Declared lost until they turn up: %s."
                .formatted(stream, RangeText.inWords(lost, RANGES_SHOWN)));
  }

  private static @Nullable Held lock(Connection connection, StreamId stream) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setString(1, stream.lane().toString());
      select.setLong(2, stream.epoch());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Held(row.getLong(1), row.getLong(2), row.getString(3)) : null;
      }
    }
  }
}
