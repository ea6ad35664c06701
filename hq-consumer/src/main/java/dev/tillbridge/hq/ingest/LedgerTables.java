package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.Posting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Transactions with their postings, in one statement: the database refuses one without the other.
 */
final class LedgerTables {

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
          "posted_at timestamptz");
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
      tables.add(ids[i], posting.get(i), posting.get(i).arrival().posts().orElseThrow(), postedAt);
    }
    String sql =
        "with posted as (" + tables.transactions.sql() + " returning 1) " + tables.postings.sql();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int next = tables.transactions.bind(connection, insert, 1);
      tables.postings.bind(connection, insert, next);
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

  private void add(long id, NewEntry entry, LedgerTransaction transaction, Instant postedAt) {
    transactions.add(
        id,
        entry.row(),
        transaction.kind(),
        entry.store(),
        entry.lane(),
        transaction.businessDate(),
        transaction.drawerSession(),
        transaction.currency(),
        transaction.description(),
        postedAt);
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
