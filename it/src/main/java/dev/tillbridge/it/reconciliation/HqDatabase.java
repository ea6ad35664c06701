package dev.tillbridge.it.reconciliation;

import dev.tillbridge.it.reconciliation.HqBooks.EntryKey;
import dev.tillbridge.model.journal.EntryHash;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Reads HQ's books by JDBC, past every program of ours. */
public final class HqDatabase {

  private static final String LEDGER =
      """
      select
        (select count(*) from (
           select t.id from ledger_transaction t left join posting p on p.transaction_id = t.id
           group by t.id having coalesce(sum(p.amount), 1) <> 0) u) as unbalanced,
        (select count(*) from (
           select k.entry_id from ticket k left join ledger_transaction t on t.entry_id = k.entry_id
           group by k.entry_id having count(t.id) <> 1) u) as not_once,
        (select coalesce(-sum(p.amount), 0) from ticket k
           join ledger_transaction t on t.entry_id = k.entry_id
           join posting p on p.transaction_id = t.id
           join account a on a.code = p.account where a.type = 'INCOME') as sales,
        (select coalesce(sum(net), 0) from ticket) as net,
        (select count(*) from suspense where resolved_at is null)
          + (select count(*) from entry_conflict) as set_aside
      """;

  private final Path connectionProperties;

  public HqDatabase(Path connectionProperties) {
    this.connectionProperties = connectionProperties;
  }

  /** Number of journal entries HQ has. */
  public long entryCount() throws SQLException, IOException {
    return count("entry");
  }

  /** Number of tickets that HQ has priced again. */
  public long pricedAgain() throws SQLException, IOException {
    return count("price_check");
  }

  /** Number of tickets that it still has to price again. */
  public long toPriceAgain() throws SQLException, IOException {
    return count("price_due");
  }

  /** Number of differences it found in them. */
  public long priceDifferences() throws SQLException, IOException {
    return count("price_difference");
  }

  private long count(String table) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Everything, in one snapshot. */
  public HqBooks read() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new HqBooks(entries(statement), tickets(statement), ledger(statement));
    }
  }

  private Connection connect() throws SQLException, IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(connectionProperties)) {
      properties.load(reader);
    }
    return DriverManager.getConnection(
        Objects.requireNonNull(properties.getProperty("url"), "url is missing"),
        properties.getProperty("user"),
        properties.getProperty("password"));
  }

  private static Map<EntryKey, HqBooks.Entry> entries(Statement statement) throws SQLException {
    Map<EntryKey, HqBooks.Entry> entries = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery("select lane, epoch, sequence, hash, type, bytes from entry")) {
      while (row.next()) {
        entries.put(
            key(row),
            new HqBooks.Entry(
                row.getString("hash"),
                EntryHash.of(row.getBytes("bytes")).hex(),
                row.getString("type")));
      }
    }
    return entries;
  }

  private static List<HqBooks.Ticket> tickets(Statement statement) throws SQLException {
    Map<Long, List<HqBooks.Line>> lines = lines(statement);
    List<HqBooks.Ticket> tickets = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "select e.lane, e.epoch, e.sequence, t.entry_id, t.number, coalesce(t.reference, '') as"
                + " reference, t.line_count, t.total from ticket t join entry e on e.id ="
                + " t.entry_id order by t.entry_id")) {
      while (row.next()) {
        tickets.add(
            new HqBooks.Ticket(
                key(row),
                row.getString("number"),
                row.getString("reference"),
                row.getInt("line_count"),
                row.getBigDecimal("total"),
                lines.getOrDefault(row.getLong("entry_id"), List.of())));
      }
    }
    return tickets;
  }

  private static Map<Long, List<HqBooks.Line>> lines(Statement statement) throws SQLException {
    Map<Long, List<HqBooks.Line>> lines = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery(
            "select entry_id, item, quantity, unit_price, amount from ticket_line"
                + " order by entry_id, line")) {
      while (row.next()) {
        lines
            .computeIfAbsent(row.getLong("entry_id"), id -> new ArrayList<>())
            .add(
                new HqBooks.Line(
                    row.getString("item"),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("unit_price"),
                    row.getBigDecimal("amount")));
      }
    }
    return lines;
  }

  private static HqBooks.Ledger ledger(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(LEDGER)) {
      row.next();
      BigDecimal sales = row.getBigDecimal("sales");
      BigDecimal net = row.getBigDecimal("net");
      return new HqBooks.Ledger(
          row.getLong("unbalanced"), row.getLong("not_once"), sales, net, row.getLong("set_aside"));
    }
  }

  private static EntryKey key(ResultSet row) throws SQLException {
    return new EntryKey(row.getString("lane"), row.getLong("epoch"), row.getLong("sequence"));
  }
}
