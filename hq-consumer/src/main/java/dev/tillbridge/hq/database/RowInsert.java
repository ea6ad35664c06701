package dev.tillbridge.hq.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows for one table, sent as one array per column: one statement, however many rows. */
public final class RowInsert {

  private final String table;
  private final List<Column> columns;
  private int rows;

  private record Column(String name, String type, List<@Nullable Object> values) {}

  /** Columns are written {@code name type}, for example {@code amount numeric}. */
  public RowInsert(String table, String... columns) {
    this.table = table;
    this.columns =
        Arrays.stream(columns)
            .map(column -> column.split(" "))
            .map(parts -> new Column(parts[0], parts[1], new ArrayList<>()))
            .toList();
  }

  public void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalStateException(
          table + " has " + columns.size() + " columns here; got " + values.length + " values.");
    }
    for (int i = 0; i < values.length; i++) {
      columns.get(i).values().add(values[i]);
    }
    rows++;
  }

  public boolean isEmpty() {
    return rows == 0;
  }

  /** {@code insert into ... select ... from unnest(?, ?, ...)}. */
  public String sql() {
    return "insert into "
        + table
        + " ("
        + columns.stream().map(Column::name).collect(Collectors.joining(", "))
        + ") select * from "
        + unnest();
  }

  /** The rows as a table to join: {@code unnest(?, ?, ...) as name (...)}. */
  public String source(String name) {
    return unnest()
        + " as "
        + name
        + " ("
        + columns.stream().map(Column::name).collect(Collectors.joining(", "))
        + ")";
  }

  private String unnest() {
    return "unnest("
        + columns.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** Inserts the rows; nothing happens when there are none. */
  public void execute(Connection connection) throws SQLException {
    if (!isEmpty()) {
      try (PreparedStatement insert = connection.prepareStatement(sql())) {
        bind(connection, insert, 1);
        insert.executeUpdate();
      }
    }
  }

  /** Sets one array per column and answers the next free parameter. */
  public int bind(Connection connection, PreparedStatement statement, int first)
      throws SQLException {
    int parameter = first;
    for (Column column : columns) {
      statement.setArray(parameter++, connection.createArrayOf(column.type(), elements(column)));
    }
    return parameter;
  }

  private static @Nullable Object[] elements(Column column) {
    List<@Nullable Object> values = column.values();
    return switch (column.type()) {
      case "bigint" -> values.toArray(new Long[0]);
      case "integer" -> values.toArray(new Integer[0]);
      case "bytea" -> values.toArray(new byte[0][]);
      default -> values.stream().map(RowInsert::text).toArray(String[]::new);
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.getAmount().toPlainString();
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
