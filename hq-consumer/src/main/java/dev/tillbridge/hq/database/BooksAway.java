package dev.tillbridge.hq.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** The database does not answer now; nothing is wrong with what was asked. */
public final class BooksAway extends RuntimeException {

  private BooksAway(RuntimeException cause) {
    super("The database does not answer now: " + cause.getMessage(), cause);
  }

  /** This failure by its true name, when it is that of a database that is away. */
  static RuntimeException named(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return new BooksAway(failure);
      }
    }
    return failure;
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    // 08 connection, 53 resources, 57 stopped by an operator or a crash.
    return failure instanceof SQLTransientException
        || (state != null
            && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")));
  }
}
