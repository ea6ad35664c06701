package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ingest.LedgerTables;
import dev.tillbridge.hq.ingest.SuspenseBooking;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.suspense.ActionTable.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An accountant's three answers to a message in suspense. Each is one database transaction, with
 * its line in the audit trail; a second click changes nothing. Thread-safe.
 */
public final class SuspenseDesk {

  /**
   * Whose bytes may still be posted as they are, so booking them by hand would count them twice.
   */
  private static final Set<String> STILL_POSTABLE = Set.of("KEY_NOT_ENROLLED", "UNKNOWN_REGISTER");

  private final Books books;
  private final Repair repair;
  private final Retry retry;
  private final Clock clock;

  /**
   * @param clock its zone tells the date of what arrived without one
   */
  public SuspenseDesk(Books books, ChartOfAccounts chart, Retry retry, Clock clock) {
    this.books = books;
    this.repair = new Repair(chart);
    this.retry = retry;
    this.clock = clock;
  }

  /** Something done about a message nobody has dealt with yet. */
  @FunctionalInterface
  private interface Work {
    Outcome on(Connection connection, HeldMessage message, Instant now) throws SQLException;
  }

  /** Posts it by the ordinary rules, and takes its booking to suspense back. */
  public Outcome tryAgain(long suspense, Deed deed) {
    return act(
        suspense,
        deed,
        (connection, message, now) -> {
          Optional<String> refusal = attempt(connection, suspense);
          if (refusal.isPresent()) {
            String result = "It still cannot be posted: " + refusal.get();
            ActionTable.add(connection, suspense, Action.TRIED, deed, result, null, now);
            return new Outcome.Done(result);
          }
          SuspenseBooking.reverse(connection, List.of(suspense), now);
          String result = "It is posted by the ordinary rules.";
          ActionTable.add(connection, suspense, Action.POSTED, deed, result, null, now);
          ActionTable.resolve(connection, suspense, Action.POSTED, now);
          return new Outcome.Done(result);
        });
  }

  /** What the database refuses is taken back alone, so that the attempt itself is on record. */
  private Optional<String> attempt(Connection connection, long suspense) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Optional<String> refusal = retry.post(connection, suspense);
      if (refusal.isPresent()) {
        connection.rollback(before);
      }
      return refusal;
    } catch (SQLException e) {
      connection.rollback(before);
      return Optional.of(String.valueOf(e.getMessage()).replace('\0', '\uFFFD'));
    }
  }

  /** Books both sides of it by hand, and takes its booking to suspense back. */
  public Outcome repair(long suspense, List<RepairLine> lines, Deed deed) {
    return act(
        suspense,
        deed,
        (connection, message, now) -> {
          if (STILL_POSTABLE.contains(message.kind())) {
            return new Outcome.Refused(
                "Nothing was changed: this may still be posted as it is, and would then be in the"
                    + " books twice. Let the register or its key be approved, or release it.");
          }
          Optional<String> refusal = repair.refusal(lines);
          if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
          }
          SuspenseBooking.reverse(connection, List.of(suspense), now);
          LocalDate received = LocalDate.ofInstant(message.receivedAt(), clock.getZone());
          long transaction =
              LedgerTables.book(
                  connection, repair.transaction(message, received, lines), suspense, null, now);
          String result = "It is booked by hand, transaction " + transaction + ".";
          ActionTable.add(connection, suspense, Action.REPAIRED, deed, result, transaction, now);
          ActionTable.resolve(connection, suspense, Action.REPAIRED, now);
          return new Outcome.Done(result);
        });
  }

  /** Says that it is no business of ours: its booking is taken back, its bytes stay. */
  public Outcome release(long suspense, Deed deed) {
    return act(
        suspense,
        deed,
        (connection, message, now) -> {
          int reversed = SuspenseBooking.reverse(connection, List.of(suspense), now);
          String result =
              reversed == 0
                  ? "It is released; nothing had been booked for it."
                  : "It is released, and what was booked for it is taken back.";
          ActionTable.add(connection, suspense, Action.RELEASED, deed, result, null, now);
          ActionTable.resolve(connection, suspense, Action.RELEASED, now);
          return new Outcome.Done(result);
        });
  }

  private Outcome act(long suspense, Deed deed, Work work) {
    Optional<String> unfit = deed.refusal();
    if (unfit.isPresent()) {
      return new Outcome.Refused(unfit.get());
    }
    return books.write(session ->
        session.doReturningWork(connection -> {
          // The lock first: two clicks at the same time then see one another.
          Optional<HeldMessage> message = HeldMessage.lock(connection, suspense);
          if (message.isEmpty()) {
            return new Outcome.Refused("There is no message " + suspense + " in suspense.");
          }
          Optional<String> earlier = ActionTable.resultOf(connection, deed.form());
          if (earlier.isPresent()) {
            return new Outcome.Done(earlier.get());
          }
          if (message.get().state() != SuspenseState.OPEN) {
            return new Outcome.Refused(
                "Nothing was changed: somebody has dealt with this already. See its history.");
          }
          return work.on(connection, message.get(), clock.instant());
        }));
  }
}
