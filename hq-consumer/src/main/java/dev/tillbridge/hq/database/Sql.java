package dev.tillbridge.hq.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain SQL with parameters, inside the caller's transaction. */
public final class Sql {

  private Sql() {}

  /** Makes a value of the row the cursor stands on. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Every row of the answer. */
  public static <T> List<T> rows(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    }
  }

  /** The first row of the answer. */
  public static <T> Optional<T> row(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    return rows(connection, sql, reader, values).stream().findFirst();
  }

  /** Changes rows and answers how many. */
  public static int change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement change = prepared(connection, sql, values)) {
      return change.executeUpdate();
    }
  }

  /** A column that is never null here. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant instant = instantOrNull(row, column);
    if (instant == null) {
      throw new SQLException(column + " is null.");
    }
    return instant;
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, Types.NULL);
      case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
      case LocalDate date -> statement.setObject(at, date);
      case BigDecimal number -> statement.setBigDecimal(at, number);
      case Enum<?> word -> statement.setString(at, word.name());
      case Object other -> statement.setObject(at, other);
    }
  }
}
