package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.Terms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests of versions, and everything in them but items: the last few are remembered. */
final class VersionTerms {

  /** With 10,000 promotions each one takes some 10 MB. */
  private static final int REMEMBERED_MAX = 4;

  private static final String MANIFEST = "select * from book_version where version = ?";

  private static final String TERMS =
      """
      select bytes from book_value
      where key not like 'item:%'
        and version_from <= ? and (version_to is null or version_to > ?)
      """;

  private final Map<Long, Sealed> remembered =
      new LinkedHashMap<>(REMEMBERED_MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Sealed> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  private record Sealed(Manifest manifest, Terms terms) {}

  /** The book of that version, which is in the tables. */
  BookAtVersion book(Connection connection, long version) throws SQLException {
    Sealed sealed = remembered.get(version);
    if (sealed == null) {
      sealed = read(connection, version);
      remembered.put(version, sealed);
    }
    return new BookAtVersion(connection, sealed.manifest(), sealed.terms());
  }

  private static Sealed read(Connection connection, long version) throws SQLException {
    Manifest manifest =
        Sql.row(connection, MANIFEST, VersionTerms::manifest, version).orElseThrow();
    List<BookValue> values =
        Sql.rows(
            connection,
            TERMS,
            row -> Wire.BOOK_VALUE.decode(row.getBytes(1)).orThrow(),
            version,
            version);
    return new Sealed(manifest, new Terms(values));
  }

  private static Manifest manifest(ResultSet row) throws SQLException {
    return new Manifest(
        row.getLong("version"),
        Sql.instant(row, "published_at"),
        row.getString("published_by"),
        row.getString("currency"),
        row.getInt("count"),
        row.getString("hash"),
        row.getString("note"),
        Arrays.asList((String[]) row.getArray("stores").getArray()));
  }
}
