package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Somebody has looked at a conflict or an alarm and says what he made of it. Thread-safe. */
public final class Remarks {

  private static final String ADD =
      """
      insert into remark (conflict_id, alarm_id, finding_id, person, person_name, at, note, form)
      values (?::bigint, ?::bigint, ?::bigint, ?, ?, ?, ?, ?)
      on conflict (form) do nothing
      """;

  private final Books books;
  private final Clock clock;

  public Remarks(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  public Outcome onConflict(long conflict, Deed deed) {
    return add("entry_conflict", conflict, deed);
  }

  public Outcome onAlarm(long alarm, Deed deed) {
    return add("stream_alarm", alarm, deed);
  }

  public Outcome onFinding(long finding, Deed deed) {
    return add("finding", finding, deed);
  }

  private Outcome add(String table, long id, Deed deed) {
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
              ADD,
              table.equals("entry_conflict") ? id : null,
              table.equals("stream_alarm") ? id : null,
              table.equals("finding") ? id : null,
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
