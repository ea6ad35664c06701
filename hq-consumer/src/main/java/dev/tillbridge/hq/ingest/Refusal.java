package dev.tillbridge.hq.ingest;

import java.sql.SQLException;
import org.hibernate.HibernateException;

/** Tells a database that refuses this data from one that cannot work now. */
final class Refusal {

  private Refusal() {}

  /** True when trying the same data again cannot succeed. */
  static boolean isOfTheData(RuntimeException failure) {
    boolean fromDatabase = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        // 22 data exception, 23 integrity violation, P0 raised by our own triggers.
        return state != null
            && (state.startsWith("22") || state.startsWith("23") || state.startsWith("P0"));
      }
      fromDatabase |= cause instanceof HibernateException;
    }
    return !fromDatabase;
  }

  static String reason(RuntimeException failure) {
    Throwable cause = failure;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
