package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys registers sign with, and a person's word on them. */
public final class RegisterKeys {

  private static final int SHOWN_MAX = 1_000;

  private static final String LIST =
      """
      select lane, epoch, key, fingerprint, first_seen_at, state = 'ENROLLED', decided_by,
        decided_at
      from register_key order by state desc, lane, epoch desc, first_seen_at limit ?
      """;

  private static final String APPROVE =
      """
      update register_key k set state = 'ENROLLED', decided_by = ?, decided_at = ?::timestamptz
      where lane = ? and epoch = ? and key = ? and state = 'PENDING'
        and not exists (select from register_key o
          where o.lane = k.lane and o.epoch = k.epoch and o.state = 'ENROLLED')
      """;

  private final Books books;
  private final Ingest ingest;
  private final Clock clock;

  public RegisterKeys(Books books, Ingest ingest, Clock clock) {
    this.books = books;
    this.ingest = ingest;
    this.clock = clock;
  }

  /**
   * One key of one life of a register.
   *
   * @param key in Base64
   * @param fingerprint what people compare
   * @param enrolled whether HQ believes it
   * @param decidedBy a person, or {@code automatic}; null while it waits
   */
  public record RegisterKey(
      StreamId stream,
      String key,
      String fingerprint,
      Instant firstSeen,
      boolean enrolled,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {}

  /** Those that wait for a decision first. */
  public List<RegisterKey> list() {
    return books.read(session -> session.doReturningWork(RegisterKeys::list));
  }

  private static List<RegisterKey> list(Connection connection) throws SQLException {
    List<RegisterKey> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LIST)) {
      select.setInt(1, SHOWN_MAX);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(
              new RegisterKey(
                  new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getTimestamp(5).toInstant(),
                  row.getBoolean(6),
                  row.getString(7),
                  GapRequests.instant(row, 8)));
        }
      }
    }
    return keys;
  }

  /**
   * Believes this key from now on, and posts what waited for it.
   *
   * @param key in Base64
   * @param who signed on
   */
  public Decision approve(StreamId stream, String key, String who) {
    int changed =
        books.write(session ->
            session.doReturningWork(connection -> approve(connection, stream, key, who)));
    if (changed == 0) {
      return new Decision.Refused(
          "This key of %s does not wait for approval, or another one is believed already."
              .formatted(stream));
    }
    int posted = ingest.tryAgain().entries();
    return new Decision.Done(
        "The key of %s is believed; %d entries that waited are posted.".formatted(stream, posted));
  }

  private int approve(Connection connection, StreamId stream, String key, String who)
      throws SQLException {
    try (PreparedStatement approve = connection.prepareStatement(APPROVE)) {
      approve.setString(1, who);
      approve.setString(2, clock.instant().toString());
      approve.setString(3, stream.lane().toString());
      approve.setLong(4, stream.epoch());
      approve.setString(5, key);
      return approve.executeUpdate();
    }
  }
}
