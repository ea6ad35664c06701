package dev.tillbridge.hq.testing;

import dev.tillbridge.hq.books.Mapped;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.DatabaseAddress;
import dev.tillbridge.hq.database.EmbeddedDatabase;
import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.hq.ledger.ChartFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty books in a database of their own, on the one PostgreSQL of this test JVM. */
public final class TestBooks implements AutoCloseable {

  private static final EmbeddedDatabase SERVER =
      EmbeddedDatabase.start(Path.of("target", "test-postgres"), 0, Clock.systemUTC());
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

  private final DatabaseAddress address;
  private final Books books;
  private final Ingest ingest;

  public TestBooks() {
    this(Admission.ofAll());
  }

  public TestBooks(Admission admission) {
    String name = "books_" + RUN + "_" + NUMBERS.incrementAndGet();
    DatabaseAddress admin = SERVER.address();
    execute(admin, "create database " + name);
    this.address =
        new DatabaseAddress(
            admin.url().replaceAll("/[^/]*$", "/" + name), admin.user(), admin.password());
    this.books = Books.open(address, mapped());
    this.ingest = ingest(admission);
  }

  /** As after a start with another configuration. */
  public Ingest ingest(Admission admission) {
    return new Ingest(books, ChartFile.standard(), admission, Clock.systemUTC());
  }

  private static List<Class<?>> mapped() {
    return Mapped.ROWS;
  }

  public DatabaseAddress address() {
    return address;
  }

  public Books books() {
    return books;
  }

  public Ingest ingest() {
    return ingest;
  }

  /** The single value of a query, as text. */
  public String value(String sql) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public long count(String table) {
    return Long.parseLong(value("select count(*) from " + table));
  }

  public Connection connect() throws SQLException {
    return connect(address);
  }

  /** As the server's superuser, beside these books. */
  public void administer(String sql) {
    execute(SERVER.address(), sql);
  }

  /** In these books, past every program. */
  public void administerHere(String sql) {
    execute(address, sql);
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private static void execute(DatabaseAddress address, String sql) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    books.close();
  }
}
