package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts a message in suspense after all, as if it came now. */
final class SuspenseRetry {

  private final ArrivalReader reader;
  private final BatchWriter writer;
  private final Clock clock;

  SuspenseRetry(ArrivalReader reader, BatchWriter writer, Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * @param entry the row whose number it holds, null when it holds none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Suspended(@Nullable Long entry, byte[] bytes) {

    static Suspended in(ResultSet row) throws SQLException {
      return new Suspended(Sql.numberOrNull(row, "entry_id"), row.getBytes("bytes"));
    }
  }

  Optional<String> post(Connection connection, long suspense) throws SQLException {
    Suspended message =
        Sql.row(
                connection,
                "select entry_id, bytes from suspense where id = ?",
                Suspended::in,
                suspense)
            .orElseThrow();
    Arrival arrival = reader.read(message.bytes());
    return message.entry() == null
        ? asNew(connection, suspense, arrival)
        : underItsNumber(connection, message.entry(), arrival);
  }

  /** It holds no number yet, so it goes the way of everything that arrives. */
  private Optional<String> asNew(Connection connection, long suspense, Arrival arrival)
      throws SQLException {
    writer.write(connection, List.of(arrival));
    return Sql.row(
        connection,
        "select reason from suspense where id = ? and resolved_at is null",
        row -> row.getString("reason"),
        suspense);
  }

  /** Its number, its place in the chain and its bytes are in the books; the rest is added. */
  private Optional<String> underItsNumber(Connection connection, long row, Arrival arrival)
      throws SQLException {
    return switch (arrival) {
      case Arrival.Readable readable -> {
        BatchWriter.post(connection, List.of(new NewEntry(row, readable)), clock.instant());
        yield Optional.empty();
      }
      case Arrival.Unpostable unpostable -> Optional.of(unpostable.reason());
      case Arrival.Unusable unusable -> Optional.of(unusable.reason());
      case Arrival.Heard heard -> Optional.of("It is a heartbeat and moves no money.");
      case Arrival.Ignored ignored -> Optional.of(ignored.reason());
    };
  }
}
