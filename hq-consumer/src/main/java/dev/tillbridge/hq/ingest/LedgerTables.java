package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.Posting;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transactions with their postings, in one statement: the database refuses one without the other.
 */
public final class LedgerTables {

  private final RowInsert transactions =
      new RowInsert(
          "ledger_transaction",
          "id bigint",
          "entry_id bigint",
          "kind text",
          "store text",
          "lane text",
          "business_date date",
          "drawer_session bigint",
          "currency text",
          "description text",
          "posted_at timestamptz",
          "suspense_id bigint",
          "reverses bigint");
  private final RowInsert postings =
      new RowInsert(
          "posting",
          "transaction_id bigint",
          "line integer",
          "lines integer",
          "account text",
          "amount numeric",
          "memo text");

  private LedgerTables() {}

  static void insert(Connection connection, List<NewEntry> entries, Instant postedAt)
      throws SQLException {
    List<NewEntry> posting =
        entries.stream().filter(entry -> entry.arrival().posts().isPresent()).toList();
    if (posting.isEmpty()) {
      return;
    }
    long[] ids = newIds(connection, posting.size());
    LedgerTables tables = new LedgerTables();
    for (int i = 0; i < ids.length; i++) {
      NewEntry entry = posting.get(i);
      LedgerTransaction transaction = entry.arrival().posts().orElseThrow();
      tables.add(ids[i], entry.row(), entry.id().lane(), transaction, postedAt, null, null);
    }
    tables.insert(connection);
  }

  /**
   * Books something about a message in suspense, inside the caller's transaction, and answers the
   * transaction's number. The database refuses a second one of its kind for the same message.
   *
   * @param reverses number of the transaction it takes back, null when it takes back none
   */
  public static long book(
      Connection connection,
      LedgerTransaction transaction,
      long suspense,
      @Nullable Long reverses,
      Instant postedAt)
      throws SQLException {
    long id = newIds(connection, 1)[0];
    LaneId lane = transaction.source() == null ? null : transaction.source().lane();
    LedgerTables tables = new LedgerTables();
    tables.add(id, null, lane, transaction, postedAt, suspense, reverses);
    tables.insert(connection);
    return id;
  }

  private void insert(Connection connection) throws SQLException {
    String sql = "with posted as (" + transactions.sql() + " returning 1) " + postings.sql();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int next = transactions.bind(connection, insert, 1);
      postings.bind(connection, insert, next);
      insert.executeUpdate();
    }
  }

  private static long[] newIds(Connection connection, int count) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select nextval('ledger_transaction_id') from generate_series(1, ?)")) {
      select.setInt(1, count);
      long[] ids = new long[count];
      try (ResultSet row = select.executeQuery()) {
        for (int i = 0; row.next(); i++) {
          ids[i] = row.getLong(1);
        }
      }
      return ids;
    }
  }

  private void add(
      long id,
      @Nullable Long entry,
      @Nullable LaneId lane,
      LedgerTransaction transaction,
      Instant postedAt,
      @Nullable Long suspense,
      @Nullable Long reverses) {
    transactions.add(
        id,
        entry,
        transaction.kind(),
        lane == null ? null : lane.store(),
        lane,
        transaction.businessDate(),
        transaction.drawerSession(),
        transaction.currency(),
        transaction.description(),
        postedAt,
        suspense,
        reverses);
    int line = 1;
    for (Posting posting : transaction.postings()) {
      postings.add(
          id,
          line++,
          transaction.postings().size(),
          posting.account(),
          posting.amount(),
          posting.memo());
    }
  }
}
