package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail of suspense. */
final class ActionTable {

  /** What was done. */
  enum Action {
    TRIED,
    POSTED,
    REPAIRED,
    RELEASED
  }

  private ActionTable() {}

  /** What came of a form that has been sent before. */
  static Optional<String> resultOf(Connection connection, String form) throws SQLException {
    return Sql.row(
        connection,
        "select result from suspense_action where form = ?",
        row -> row.getString(1),
        form);
  }

  static void add(
      Connection connection,
      long suspense,
      Action action,
      Deed deed,
      String result,
      @Nullable Long transaction,
      Instant at)
      throws SQLException {
    Sql.change(
        connection,
        """
        insert into suspense_action
          (suspense_id, action, person, person_name, at, note, result, transaction_id, form)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        suspense,
        action,
        deed.person().id(),
        deed.person().name(),
        at,
        deed.note(),
        result,
        transaction,
        deed.form());
  }

  /** Ends the message's time in suspense. */
  static void resolve(Connection connection, long suspense, Action action, Instant at)
      throws SQLException {
    Sql.change(
        connection,
        "update suspense set resolved_at = ?, resolution = ?"
            + " where id = ? and resolved_at is null",
        at,
        action,
        suspense);
  }
}
