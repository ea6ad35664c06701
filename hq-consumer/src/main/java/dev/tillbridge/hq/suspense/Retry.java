package dev.tillbridge.hq.suspense;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Posts a message in suspense by the ordinary rules. */
@FunctionalInterface
public interface Retry {

  /**
   * Posts it inside the caller's transaction.
   *
   * @return why it still cannot be posted; empty when it is posted
   * @throws SQLException also when the database refuses what it would post
   */
  Optional<String> post(Connection connection, long suspense) throws SQLException;
}
