package dev.tillbridge.it.bench;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same items to be found by barcode in a HashMap and in SQLite. For one thread. */
final class LookupYardsticks implements AutoCloseable {

  private final Map<String, BookValue.Item> map = new HashMap<>();
  private final Connection sqlite;
  private final PreparedStatement find;

  LookupYardsticks(Path folder, List<BookValue> book) throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("book.sqlite"));
    try (Statement statement = sqlite.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("create table item (code text primary key, value blob) without rowid");
      statement.execute("create table barcode (barcode text primary key, code text) without rowid");
    }
    sqlite.setAutoCommit(false);
    fill(book);
    sqlite.commit();
    sqlite.setAutoCommit(true);
    find =
        sqlite.prepareStatement(
            "select value from barcode join item using (code) where barcode.barcode = ?");
  }

  private void fill(List<BookValue> book) throws SQLException {
    try (PreparedStatement items = sqlite.prepareStatement("insert into item values (?, ?)");
        PreparedStatement barcodes = sqlite.prepareStatement("insert into barcode values (?, ?)")) {
      for (BookValue value : book) {
        if (value instanceof BookValue.Item item) {
          items.setString(1, item.code());
          items.setBytes(2, Wire.BOOK_VALUE.encode(item));
          items.executeUpdate();
          for (String barcode : item.barcodes()) {
            map.put(barcode, item);
            barcodes.setString(1, barcode);
            barcodes.setString(2, item.code());
            barcodes.executeUpdate();
          }
        }
      }
    }
  }

  /** Every barcode. */
  List<String> barcodes() {
    return List.copyOf(map.keySet());
  }

  BookValue.@Nullable Item inHashMap(String barcode) {
    return map.get(barcode);
  }

  /** Read from the file and decoded, as a register's own cache does it. */
  @Nullable BookValue inSqlite(String barcode) throws SQLException {
    find.setString(1, barcode);
    try (ResultSet row = find.executeQuery()) {
      return row.next() ? Wire.BOOK_VALUE.decode(row.getBytes(1)).orThrow() : null;
    }
  }

  @Override
  public void close() throws SQLException {
    sqlite.close();
  }
}
