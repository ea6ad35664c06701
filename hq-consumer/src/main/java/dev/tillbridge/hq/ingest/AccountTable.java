package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ledger.Account;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.model.configuration.InvalidSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Brings the configured chart of accounts into the books. */
final class AccountTable {

  private static final String UPSERT =
      """
      insert into account (code, name, type) values (?, ?, ?)
      on conflict (code) do update set name = excluded.name, type = excluded.type
      where account.type = excluded.type
        or not exists (select from posting where posting.account = account.code)
      returning code
      """;

  private AccountTable() {}

  /**
   * Adds new accounts and takes over new names; accounts no longer in the chart stay.
   *
   * @throws InvalidSetting when an account with postings would change its type
   */
  static void adopt(Books books, ChartOfAccounts chart) {
    books.write(session ->
        session.doReturningWork(connection -> {
          for (Account account : chart.accounts()) {
            upsert(connection, account);
          }
          return chart.accounts().size();
        }));
  }

  private static void upsert(Connection connection, Account account) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      upsert.setString(1, account.code());
      upsert.setString(2, account.name());
      upsert.setString(3, account.type().name());
      try (ResultSet row = upsert.executeQuery()) {
        if (!row.next()) {
          throw new InvalidSetting(
              "The chart of accounts makes account %s %s, but it has postings with another type. Give the new meaning a new code."
                  .formatted(account.code(), account.type()));
        }
      }
    }
  }
}
