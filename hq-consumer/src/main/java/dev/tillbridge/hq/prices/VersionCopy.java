package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.prices.PublishedVersions.Published;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One version on its way into the tables, inside the caller's transaction. */
final class VersionCopy {

  private static final int PART = 5_000;

  private static final String END_VALUES =
      "update book_value set version_to = ? where version_to is null and key = any(?)";

  private static final String BEGIN_VALUES =
      """
      insert into book_value (key, version_from, bytes)
      select key, ?, bytes from unnest(?::text[], ?::bytea[]) as changed (key, bytes)
      """;

  // Most changes are of prices: a barcode that stays with its item keeps its row.
  private static final String END_BARCODES =
      """
      update book_barcode old set version_to = ?
      where old.version_to is null and old.item_key = any(?)
        and not exists (
          select from unnest(?::text[], ?::text[]) as changed (barcode, item_key)
          where changed.barcode = old.barcode and changed.item_key = old.item_key)
      """;

  private static final String BEGIN_BARCODES =
      """
      insert into book_barcode (barcode, item_key, version_from)
      select distinct barcode, item_key, ?::bigint
      from unnest(?::text[], ?::text[]) as changed (barcode, item_key)
      where not exists (
        select from book_barcode old
        where old.version_to is null and old.item_key = changed.item_key
          and old.barcode = changed.barcode)
      """;

  private static final String END_OLD_VALUES =
      "update book_value set version_to = ? where version_to is null and version_from < ?";

  private static final String END_OLD_BARCODES =
      """
      update book_barcode old set version_to = ?
      where version_to is null and version_from < ? and not exists (
        select from book_value v where v.key = old.item_key and v.version_from = ?)
      """;

  // In the order in which the hash is made, which is that of the keys' characters.
  private static final String WHOLE_BOOK =
      "select key, bytes from book_value where version_to is null order by key collate \"C\"";

  private static final String VERSION =
      """
      insert into book_version (version, published_at, published_by, currency, count, hash, note,
        stores, changes, verified, received_at)
      values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
      """;

  private final Connection connection;
  private final Manifest manifest;
  private final boolean whole;
  private final List<TopicValue> part = new ArrayList<>();
  private int changes;

  VersionCopy(Connection connection, Published next) {
    this.connection = connection;
    this.manifest = next.manifest();
    this.whole = next.whole();
  }

  /** Takes the next changed value; each key comes once. */
  void take(TopicValue value) {
    part.add(value);
    changes++;
    if (part.size() == PART) {
      flush();
    }
  }

  /** Writes the version itself and answers whether it is what its manifest seals. */
  boolean finish(Instant now) throws SQLException {
    flush();
    if (whole) {
      endWhatItLeavesOut();
    }
    boolean verified = isSealed();
    try (PreparedStatement insert = connection.prepareStatement(VERSION)) {
      insert.setLong(1, manifest.version());
      insert.setString(2, manifest.publishedAt().toString());
      insert.setString(3, manifest.publishedBy());
      insert.setString(4, manifest.currency());
      insert.setInt(5, manifest.count());
      insert.setString(6, manifest.hash());
      insert.setString(7, manifest.note());
      insert.setArray(8, connection.createArrayOf("text", manifest.stores().toArray()));
      insert.setInt(9, changes);
      insert.setBoolean(10, verified);
      insert.setString(11, now.toString());
      insert.executeUpdate();
    }
    return verified;
  }

  private void endWhatItLeavesOut() throws SQLException {
    Sql.change(connection, END_OLD_VALUES, manifest.version(), manifest.version());
    Sql.change(
        connection, END_OLD_BARCODES, manifest.version(), manifest.version(), manifest.version());
  }

  private void flush() {
    try {
      write();
      part.clear();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Price book version %d could not be written; nothing of it is kept, and it is read again."
              .formatted(manifest.version()),
          e);
    }
  }

  private void write() throws SQLException {
    List<String> keys = new ArrayList<>();
    List<String> liveKeys = new ArrayList<>();
    List<byte[]> liveBytes = new ArrayList<>();
    List<String> barcodes = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (TopicValue changed : part) {
      keys.add(changed.key());
      BookValue value = Wire.BOOK_VALUE.decode(changed.bytes()).orThrow();
      if (!(value instanceof BookValue.Gone)) {
        liveKeys.add(changed.key());
        liveBytes.add(changed.bytes());
      }
      if (value instanceof BookValue.Item item) {
        for (String barcode : item.barcodes()) {
          barcodes.add(barcode);
          items.add(changed.key());
        }
      }
    }
    long version = manifest.version();
    Object[] allBarcodes = barcodes.toArray();
    Object[] allItems = items.toArray();
    Sql.change(connection, END_VALUES, version, texts(keys.toArray()));
    Sql.change(
        connection,
        BEGIN_VALUES,
        version,
        texts(liveKeys.toArray()),
        connection.createArrayOf("bytea", liveBytes.toArray(new byte[0][])));
    Sql.change(
        connection,
        END_BARCODES,
        version,
        texts(keys.toArray()),
        texts(allBarcodes),
        texts(allItems));
    Sql.change(connection, BEGIN_BARCODES, version, texts(allBarcodes), texts(allItems));
  }

  private java.sql.Array texts(Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }

  private boolean isSealed() throws SQLException {
    BookHash hash = new BookHash();
    try (PreparedStatement select = connection.prepareStatement(WHOLE_BOOK)) {
      select.setFetchSize(PART);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hash.add(row.getString(1), row.getBytes(2));
        }
      }
    } catch (IllegalArgumentException e) {
      return false;
    }
    return hash.count() == manifest.count() && hash.hex().equals(manifest.hash());
  }
}
