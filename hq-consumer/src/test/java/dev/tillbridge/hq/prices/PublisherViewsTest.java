package dev.tillbridge.hq.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What publishing reads of the books. */
class PublisherViewsTest {

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R07");
  private final Baskets baskets = new Baskets(9);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void registersSayWhichBookTheyHaveSinceWhenAndWhyNoNewerOne() throws Exception {
    LaneTape next = tape.nextLife();
    next.at(Instant.parse("2026-11-20T09:00:00Z"));
    books.ingest().post(List.of(tape.ticket(baskets.sale(tape.nextNumber()))));
    books.ingest().post(List.of(tape.heartbeat(), next.ticket(baskets.sale("S01-R07-2"))));
    books.ingest().post(List.of(next.heartbeat(health(11, "disk full\0 at 3%"))));

    assertThat(columns("pricebook_registers"))
        .containsExactly(
            "store text",
            "register text",
            "book_version int8",
            "book_since timestamptz",
            "book_problem text",
            "heard_at timestamptz");
    assertThat(
            books.value(
                "select store || '|' || register || '|' || book_version || '|' || book_problem"
                    + " || '|' || (book_since = '2026-11-20T03:00:05Z') from pricebook_registers"))
        .isEqualTo("S01|R07|11|disk full\uFFFD at 3%|true");
    assertThat(books.count("pricebook_registers")).isEqualTo(1);
  }

  @Test
  void ticketsComeAsTheBytesTheRegisterSealed() throws Exception {
    byte[] first = tape.ticket(baskets.sale(tape.nextNumber()));
    byte[] opened = tape.opened(org.joda.money.Money.parse("GBP 50.00"));
    byte[] second = tape.ticket(baskets.sale(tape.nextNumber()));

    books.ingest().post(List.of(first, opened, second));

    assertThat(columns("pricebook_tickets"))
        .containsExactly("id int8", "received_at timestamptz", "bytes bytea");
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select bytes from pricebook_tickets order by id desc")) {
      row.next();
      assertThat(row.getBytes(1)).isEqualTo(second);
      assertThat(SealedEntry.read(row.getBytes(1))).isInstanceOf(Decoded.Read.class);
      row.next();
      assertThat(row.getBytes(1)).isEqualTo(first);
      assertThat(row.next()).isFalse();
    }
  }

  private List<String> columns(String view) throws Exception {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from " + view)) {
      ResultSetMetaData meta = row.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnName(i) + " " + meta.getColumnTypeName(i));
      }
      return columns;
    }
  }

  private static RegisterHealth health(long version, String problem) {
    return new RegisterHealth(
        0,
        1,
        new DiskStatus(DiskStatus.Level.AMPLE, 50_000_000_000L, 200_000_000L),
        12L,
        version,
        Instant.parse("2026-11-20T03:00:05Z"),
        problem,
        null,
        0,
        "test");
  }
}
