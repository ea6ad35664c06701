package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Somebody has looked at an exception and says what he made of it. Thread-safe. */
public final class Remarks {

  private static final String ADD =
      """
      insert into remark (%s, person, person_name, at, note, form)
      values (?::bigint, ?, ?, ?, ?, ?)
      on conflict (form) do nothing
      """;

  private final Books books;
  private final Clock clock;

  public Remarks(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  public Outcome onConflict(long conflict, Deed deed) {
    return add("entry_conflict", "conflict_id", conflict, deed);
  }

  public Outcome onAlarm(long alarm, Deed deed) {
    return add("stream_alarm", "alarm_id", alarm, deed);
  }

  /** On a payment that was declined afterwards. */
  public Outcome onCard(long card, Deed deed) {
    return add("card_payment", "card_id", card, deed);
  }

  /** On a document whose changes do not fit together. */
  public Outcome onDocument(long document, Deed deed) {
    return add("document", "document_id", document, deed);
  }

  /** On what does not fit together between registers. */
  public Outcome onFinding(long finding, Deed deed) {
    return add("finding", "finding_id", finding, deed);
  }

  private Outcome add(String table, String column, long id, Deed deed) {
    Optional<String> unfit = deed.refusal();
    if (unfit.isPresent()) {
      return new Outcome.Refused(unfit.get());
    }
    return books.write(session ->
        session.doReturningWork(connection -> {
          if (!exists(connection, table, id)) {
            return new Outcome.Refused("Nothing was changed: there is no such exception.");
          }
          Sql.change(
              connection,
              ADD.formatted(column),
              id,
              deed.person().id(),
              deed.person().name(),
              clock.instant(),
              deed.note(),
              deed.form());
          return new Outcome.Done("Your note is kept.");
        }));
  }

  private static boolean exists(Connection connection, String table, long id) throws SQLException {
    String sql = "select 1 from " + table + " where id = ?";
    return Sql.row(connection, sql, row -> row.getInt(1), id).isPresent();
  }
}
