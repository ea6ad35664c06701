package dev.tillbridge.it.bench;

import dev.tillbridge.hq.database.DatabaseAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** COPY of the rows that an epoch's entries became, into tables of the same shape. */
final class CopyYardstick {

  /** Each table of the books, and how its rows are found. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    String entries = " where entry_id in (select id from entry where epoch = %d)";
    TABLES.put("entry", " where epoch = %d");
    TABLES.put("ticket", entries);
    TABLES.put("ticket_line", entries);
    TABLES.put("ticket_tax", entries);
    TABLES.put("tender", entries);
    TABLES.put("ledger_transaction", entries);
    TABLES.put(
        "posting",
        " where transaction_id in (select t.id from ledger_transaction t"
            + " join entry e on e.id = t.entry_id where e.epoch = %d)");
  }

  private CopyYardstick() {}

  /** Nanoseconds to copy in and commit the epoch's rows. */
  static long nanosToCopy(DatabaseAddress books, long epoch) throws SQLException, IOException {
    try (Connection connection =
        DriverManager.getConnection(books.url(), books.user(), books.password())) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create schema yardstick");
        for (String table : TABLES.keySet()) {
          statement.execute(
              "create table yardstick." + table + " (like public." + table + " including all)");
        }
      }
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      Map<String, byte[]> rows = new LinkedHashMap<>();
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.copyOut(
            "copy (select "
                + columns(connection, table.getKey())
                + " from "
                + table.getKey()
                + table.getValue().formatted(epoch)
                + ") to stdout",
            out);
        rows.put(table.getKey(), out.toByteArray());
      }
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      for (Map.Entry<String, byte[]> table : rows.entrySet()) {
        copy.copyIn(
            "copy yardstick."
                + table.getKey()
                + " ("
                + columns(connection, table.getKey())
                + ") from stdin",
            new ByteArrayInputStream(table.getValue()));
      }
      connection.commit();
      return System.nanoTime() - start;
    }
  }

  private static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select string_agg(column_name, ', ' order by ordinal_position)"
                + " from information_schema.columns"
                + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'")) {
      query.setString(1, table);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
