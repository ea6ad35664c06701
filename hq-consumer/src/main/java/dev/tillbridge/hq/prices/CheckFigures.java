package dev.tillbridge.hq.prices;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** How far comparing has come, for the metrics. One thread counts, any may read. */
final class CheckFigures {

  private static final String SUMS =
      """
      select coalesce(sum(checked), 0) as checked, coalesce(sum(differing), 0) as differing
      from price_check_day
      """;

  private final Books books;
  private volatile long checked;
  private volatile long differing;
  private volatile long waiting;

  CheckFigures(Books books) {
    this.books = books;
  }

  void count() {
    books.read(session -> session.doReturningWork(this::count));
  }

  private boolean count(Connection connection) throws SQLException {
    waiting = DueTickets.waiting(connection);
    return Sql.row(
            connection,
            SUMS,
            row -> {
              checked = row.getLong("checked");
              differing = row.getLong("differing");
              return true;
            })
        .orElseThrow();
  }

  long checked() {
    return checked;
  }

  long differing() {
    return differing;
  }

  long waiting() {
    return waiting;
  }
}
