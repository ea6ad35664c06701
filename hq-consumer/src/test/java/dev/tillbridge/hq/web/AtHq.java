package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.ticket.Ticket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a register's tape, HQ's books in a real database and an accountant at its pages. */
abstract class AtHq {

  /** The page of what went into suspense first. */
  static final String ITEM = "/exceptions/suspense/1";

  @TempDir Path folder;
  final TestBooks books = new TestBooks();
  final LaneTape tape = new LaneTape("S01-R01");
  final Baskets baskets = new Baskets(41);
  Accountant olga;
  private HqWeb web;

  @BeforeEach
  void serve() throws Exception {
    web = HqScreens.over(books, folder);
    olga = new Accountant(url());
    olga.signOn();
  }

  @AfterEach
  void stop() {
    web.close();
    books.close();
  }

  String url() {
    return web.url();
  }

  /** A sale whose seal is wrong: its amount is in suspense. */
  Ticket suspendedSale() {
    Ticket sale = baskets.sale("S01-R01-1");
    byte[] ticket = new LaneTape("S01-R01").ticket(sale);
    books.ingest().post(List.of(LaneTape.badlySealed(ticket)));
    return sale;
  }

  void assertBalanced() {
    assertThat(books.value("select coalesce(sum(amount), 0) = 0 from posting")).isEqualTo("t");
    assertThat(olga.get("/trial-balance").body()).contains("Debits equal credits");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
