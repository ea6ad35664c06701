package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuspenseBookingTest {

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(9);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void changedTicketIsBookedToSuspenseOnceHoweverOftenItComes() {
    Ticket sale = baskets.sale("S01-R01-1");
    byte[] changed = LaneTape.badlySealed(tape.ticket(sale));

    books.ingest().post(List.of(changed, changed));
    books.ingest().post(List.of(changed));

    assertThat(books.count("suspense")).isEqualTo(1);
    assertThat(books.value("select string_agg(kind || ' ' || lane, ',') from ledger_transaction"))
        .isEqualTo("SUSPENSE S01-R01");
    assertThat(books.value("select amount::numeric(19,2) from posting where account = '1900'"))
        .isEqualTo(sale.total().getAmount().toPlainString());
    assertThat(books.value("select sum(amount) = 0 from posting")).isEqualTo("t");
  }

  @Test
  void messageOfNobodyIsBookedWithoutARegisterAndGarbageIsNotBooked() {
    byte[] nobodys =
        "{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":\"GBP 7.00\"}}}}"
            .getBytes(StandardCharsets.UTF_8);

    books.ingest().post(List.of(nobodys, new byte[] {0, 1, 2}));

    assertThat(books.count("suspense")).isEqualTo(2);
    assertThat(books.value("select kind || coalesce(lane, ' of nobody') from ledger_transaction"))
        .isEqualTo("SUSPENSE of nobody");
  }
}
