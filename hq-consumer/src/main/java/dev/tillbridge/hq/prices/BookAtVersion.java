package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.Terms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of the book as the tables hold it. Items are looked up as they are asked for and
 * remembered. For one thread, for as long as its connection is.
 */
final class BookAtVersion implements PriceBook {

  private static final String ITEMS =
      """
      select asked.text as asked, v.bytes, 2 as rank
      from unnest(?::text[]) as asked (text) join book_value v on v.key = 'item:' || asked.text
      where v.version_from <= ? and (v.version_to is null or v.version_to > ?)
      union all
      select b.barcode, v.bytes, 1
      from book_barcode b join book_value v on v.key = b.item_key
      where b.barcode = any(?::text[])
        and b.version_from <= ? and (b.version_to is null or b.version_to > ?)
        and v.version_from <= ? and (v.version_to is null or v.version_to > ?)
      order by rank, asked
      """;

  private final Connection connection;
  private final Manifest manifest;
  private final Terms terms;
  private final Map<String, Optional<BookValue.Item>> known = new HashMap<>();

  BookAtVersion(Connection connection, Manifest manifest, Terms terms) {
    this.connection = connection;
    this.manifest = manifest;
    this.terms = terms;
  }

  /** Looks all of these up in one query, so that asking for one of them needs none. */
  void prepare(Collection<String> barcodesAndCodes) {
    Set<String> missing = new LinkedHashSet<>(barcodesAndCodes);
    missing.removeAll(known.keySet());
    // A PostgreSQL text cannot hold NUL, so nothing there has such a name.
    missing.removeIf(text -> text.indexOf('\0') >= 0);
    if (!missing.isEmpty()) {
      read(missing);
    }
    barcodesAndCodes.forEach(text -> known.putIfAbsent(text, Optional.empty()));
  }

  private void read(Set<String> missing) {
    long version = manifest.version();
    try {
      java.sql.Array asked = connection.createArrayOf("text", missing.toArray());
      // Barcodes first: the first answer for a text stays.
      List<Item> items =
          Sql.rows(
              connection,
              ITEMS,
              BookAtVersion::item,
              asked,
              version,
              version,
              asked,
              version,
              version,
              version,
              version);
      items.forEach(item -> known.putIfAbsent(item.asked(), Optional.of(item.value())));
    } catch (SQLException e) {
      throw new Unreadable(version, e);
    }
  }

  /** The tables did not answer; the message names the version. */
  static final class Unreadable extends RuntimeException {

    Unreadable(long version, SQLException cause) {
      super("Items of price book version " + version + " cannot be read now.", cause);
    }
  }

  private record Item(String asked, BookValue.Item value) {}

  private static Item item(ResultSet row) throws SQLException {
    BookValue value = Wire.BOOK_VALUE.decode(row.getBytes(2)).orThrow();
    return new Item(row.getString(1), (BookValue.Item) value);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Terms terms() {
    return terms;
  }

  @Override
  public Optional<BookValue.Item> item(String barcodeOrCode) {
    prepare(List.of(barcodeOrCode));
    return known.getOrDefault(barcodeOrCode, Optional.empty());
  }
}
