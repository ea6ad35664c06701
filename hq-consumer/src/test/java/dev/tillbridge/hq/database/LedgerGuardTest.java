package dev.tillbridge.hq.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks. */
class LedgerGuardTest {

  private static final String HEADER =
      "insert into ledger_transaction (id, kind, store, lane, business_date, drawer_session,"
          + " currency, description, posted_at)"
          + " values (%d, 'SALE', 'S01', 'S01-R01', '2026-11-20', 1, 'GBP', 'by hand', now())";

  private static TestBooks books;

  @BeforeAll
  static void open() {
    books = new TestBooks();
    LaneTape tape = new LaneTape("S01-R01");
    books.ingest().post(List.of(tape.ticket(new Baskets(3).sale(tape.nextNumber()))));
  }

  @AfterAll
  static void close() {
    books.close();
  }

  @Test
  void unbalancedTransactionIsRefused() {
    assertThatThrownBy(() ->
            execute(posting(9001, "(9001, 1, 2, '1010', 5, ''), (9001, 2, 2, '4000', -4.99, '')")))
        .hasMessageContaining("Transaction 9001 is refused")
        .hasMessageContaining("out of balance by 0.01");
  }

  @Test
  void transactionWithoutPostingsIsRefused() {
    assertThatThrownBy(() -> execute(HEADER.formatted(9002))).hasMessageContaining("has_postings");
  }

  @Test
  void halfOfATransactionIsRefusedEvenWhenItBalances() {
    assertThatThrownBy(() ->
            execute(posting(9003, "(9003, 1, 4, '1010', 5, ''), (9003, 2, 4, '4000', -5, '')")))
        .hasMessageContaining("2 of 4 came");
  }

  @Test
  void balancedTransactionIsTakenAndNothingCanBeAddedToIt() throws SQLException {
    execute(posting(9004, "(9004, 1, 2, '1010', 5, ''), (9004, 2, 2, '4000', -5, '')"));

    assertThatThrownBy(() ->
            execute(
                "insert into posting (transaction_id, line, lines, account, amount, memo) values"
                    + " (9004, 3, 4, '1010', 7, ''), (9004, 4, 4, '4000', -7, '')"))
        .hasMessageContaining("2 of 4 came");
  }

  @Test
  void unknownAccountIsRefused() {
    assertThatThrownBy(() ->
            execute(posting(9005, "(9005, 1, 2, '7777', 5, ''), (9005, 2, 2, '4000', -5, '')")))
        .hasMessageContaining("account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount = amount + 1",
        "delete from posting",
        "truncate posting cascade",
        "update entry set bytes = ''",
        "delete from ticket_line",
        "update ledger_transaction set business_date = '2020-01-01'"
      })
  void booksOnlyGrow(String change) {
    assertThatThrownBy(() -> execute(change)).hasMessageContaining("the books only grow");
    assertThat(books.count("posting")).isPositive();
  }

  private static String posting(long id, String rows) {
    return "with t as ("
        + HEADER.formatted(id)
        + " returning 1) insert into posting (transaction_id, line, lines, account, amount, memo)"
        + " values "
        + rows;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
