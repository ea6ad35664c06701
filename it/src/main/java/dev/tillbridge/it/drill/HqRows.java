package dev.tillbridge.it.drill;

import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.model.journal.EntryHash;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What the drill asks HQ's database beyond the books themselves. */
final class HqRows {

  private final ChainFolder folder;

  HqRows(ChainFolder folder) {
    this.folder = folder;
  }

  /** A stream as HQ sees it. */
  record Stream(String lane, long epoch, long entries, long watermark, long requests) {}

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Every stream, of poison too. */
  List<Stream> streams() throws IOException, SQLException {
    return rows(
        """
        select lane, epoch, entries, watermark, requests from register_stream
        """,
        row ->
            new Stream(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /** The newest entries' bytes, the newest first. */
  List<byte[]> newest(int count) throws IOException, SQLException {
    return rows(
        "select bytes from entry where lane like '"
            + ChainFolder.STORE
            + "-%' and type <> 'suspended' order by id desc limit "
            + count,
        row -> row.getBytes(1));
  }

  /** Hashes of what is put aside, in suspense and in conflict. */
  Set<String> putAside() throws IOException, SQLException {
    return new HashSet<>(
        rows(
            "select hash from suspense union all select hash from entry_conflict",
            row -> row.getString(1)));
  }

  /** What the ledger says should lie in each lane's drawer now. */
  Map<String, BigDecimal> drawers(String drawerAccount) throws IOException, SQLException {
    Map<String, BigDecimal> drawers = new HashMap<>();
    rows(
        """
        select t.lane, sum(p.amount) from ledger_transaction t join posting p
          on p.transaction_id = t.id where t.kind in ('SALE', 'RETURN', 'DRAWER_OPENED',
          'DRAWER_CLOSED') and p.account = '%s' group by t.lane
        """
            .formatted(drawerAccount),
        row -> drawers.put(row.getString(1), row.getBigDecimal(2)));
    return drawers;
  }

  /** Where a lane's chain is broken or its seals are not genuine, in words; empty when nowhere. */
  List<String> chainBreaks(Set<String> lanes) throws IOException, SQLException {
    List<String> breaks = new ArrayList<>();
    Map<String, String> heads = new HashMap<>();
    Map<String, Long> ends = new HashMap<>();
    rows(
        "select lane, epoch, sequence, previous, hash, bytes from entry order by lane, epoch,"
            + " sequence",
        row -> {
          String lane = row.getString(1);
          if (lanes.contains(lane)) {
            String stream = lane + "/" + row.getLong(2);
            String hash = row.getString(5);
            byte[] bytes = row.getBytes(6);
            boolean follows =
                row.getLong(3) == ends.getOrDefault(stream, 0L) + 1
                    && row.getString(4).equals(heads.getOrDefault(stream, EntryHash.NONE.hex()));
            boolean genuine =
                EntryHash.of(bytes).hex().equals(hash)
                    && SealedBytes.read(bytes).filter(SealedBytes::isGenuine).isPresent();
            if (!follows || !genuine) {
              breaks.add(
                  "entry %s/%d %s"
                      .formatted(
                          stream,
                          row.getLong(3),
                          follows ? "is not genuine" : "does not follow the one before it"));
            }
            heads.put(stream, hash);
            ends.put(stream, row.getLong(3));
          }
          return stream(row);
        });
    return breaks;
  }

  private static String stream(ResultSet row) throws SQLException {
    return row.getString(1);
  }

  private <T> List<T> rows(String sql, Reading<T> reading) throws IOException, SQLException {
    Path connectionProperties = folder.connectionProperties();
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(connectionProperties)) {
      properties.load(reader);
    }
    try (Connection connection =
            DriverManager.getConnection(
                Objects.requireNonNull(properties.getProperty("url"), "url is missing"),
                properties.getProperty("user"),
                properties.getProperty("password"));
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(reading.of(row));
      }
      return rows;
    }
  }
}
