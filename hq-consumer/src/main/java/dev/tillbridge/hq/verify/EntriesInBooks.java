package dev.tillbridge.hq.verify;

import dev.tillbridge.broker.verify.Specimen;
import dev.tillbridge.broker.verify.Specimen.Label;
import dev.tillbridge.hq.database.DatabaseAddress;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Every entry in the books, streamed in the order of its chain. */
final class EntriesInBooks {

  private static final int ROWS_AT_A_TIME = 500;

  private EntriesInBooks() {}

  /**
   * Hands over all entries as they are at this moment.
   *
   * @throws InvalidSetting when the database does not answer
   */
  static void read(DatabaseAddress books, Consumer<Specimen> reader) {
    try (Connection connection =
        DriverManager.getConnection(books.url(), books.user(), books.password())) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(ROWS_AT_A_TIME);
        try (ResultSet row =
            statement.executeQuery(
                """
                select lane, epoch, sequence, hash, bytes from entry
                order by lane, epoch, sequence
                """)) {
          while (row.next()) {
            reader.accept(specimen(row));
          }
        }
      }
    } catch (SQLException e) {
      throw new InvalidSetting(
          "The books %s cannot be read: %s. Start HQ when it keeps its own PostgreSQL, and check database.url, database.user and database.password.file when it does not."
              .formatted(books, e.getMessage()));
    }
  }

  private static Specimen specimen(ResultSet row) throws SQLException {
    Label label =
        new Label(new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)), row.getLong(3));
    return new Specimen(row.getBytes(5), "in the books", label, new EntryHash(row.getString(4)));
  }
}
