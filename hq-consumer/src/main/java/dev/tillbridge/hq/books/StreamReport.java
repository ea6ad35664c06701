package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/** The state of every register's stream, and what waits for a human. */
public final class StreamReport {

  private static final int GAPS_MAX = 5;
  private static final int EXCEPTIONS_MAX = 20;

  private static final String GAPS =
      """
      select before + 1, sequence - 1
      from (select sequence, lag(sequence, 1, cast(0 as bigint)) over (order by sequence) as before
            from entry where lane = :lane and epoch = :epoch) numbered
      where sequence > before + 1
      order by sequence
      """;

  private final Books books;

  public StreamReport(Books books) {
    this.books = books;
  }

  /** Every stream, in the order of lanes, newest life first. */
  public List<RegisterStream> streams() {
    return books.read(session ->
        session
            .createSelectionQuery("from StreamRow order by lane, epoch desc", StreamRow.class)
            .getResultList()
            .stream()
            .map(row -> stream(session, row))
            .toList());
  }

  private static RegisterStream stream(StatelessSession session, StreamRow row) {
    long missing = row.lastSequence - row.entries;
    return new RegisterStream(
        row.lane,
        row.epoch,
        row.lastSequence,
        row.headHash,
        row.entries,
        missing,
        missing == 0 ? List.of() : gaps(session, row),
        row.duplicates,
        row.conflicts,
        row.lastSeenAt,
        row.lastRecordedAt);
  }

  private static List<RegisterStream.Gap> gaps(StatelessSession session, StreamRow row) {
    return session
        .createNativeQuery(GAPS, RegisterStream.Gap.class)
        .setParameter("lane", row.lane)
        .setParameter("epoch", row.epoch)
        .setMaxResults(GAPS_MAX)
        .getResultList();
  }

  /**
   * Something a human must look at.
   *
   * @param what in words
   * @param hash of the bytes kept
   */
  public record Exceptional(Instant receivedAt, String what, String hash) {}

  /** The newest of what is in suspense. */
  public List<Exceptional> suspense() {
    return books.read(session ->
        session
            .createSelectionQuery(
                "select receivedAt, reason, hash from SuspenseRow order by id desc",
                Exceptional.class)
            .setMaxResults(EXCEPTIONS_MAX)
            .getResultList());
  }

  /** The newest conflicts. */
  public List<Exceptional> conflicts() {
    return books.read(session ->
        session
            .createSelectionQuery(
                "select receivedAt, lane || ' entry ' || cast(sequence as string)"
                    + " || ' of epoch ' || cast(epoch as string), hash"
                    + " from ConflictRow order by id desc",
                Exceptional.class)
            .setMaxResults(EXCEPTIONS_MAX)
            .getResultList());
  }

  /** How many messages are in suspense. */
  public long suspended() {
    return books.read(session ->
        session
            .createSelectionQuery("select count(*) from SuspenseRow", Long.class)
            .getSingleResult());
  }
}
