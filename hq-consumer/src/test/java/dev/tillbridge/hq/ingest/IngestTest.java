package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestTest {

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(1);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void everyByteAndEveryAmountOfATicketIsKept() {
    Ticket sale = baskets.sale(tape.nextNumber());
    byte[] bytes = tape.ticket(sale);

    Posted posted = ingest.post(List.of(bytes));

    assertThat(posted).isEqualTo(new Posted(1, 1, 0, 0, 0));
    assertThat(books.value("select encode(bytes, 'hex') from entry"))
        .isEqualTo(HexFormat.of().formatHex(bytes));
    assertThat(books.value("select hash from entry")).isEqualTo(EntryHash.of(bytes).hex());
    assertThat(Money.parse("GBP " + books.value("select total::numeric(19,2) from ticket")))
        .isEqualTo(sale.total());
    assertThat(books.count("ticket_line")).isEqualTo(sale.lines().size());
    assertThat(books.value("select sum(quantity) from ticket_line where quantity <> 0"))
        .isEqualTo(
            sale.lines().stream()
                .map(line -> line.quantity())
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .toPlainString());
    assertThat(books.value("select name from ticket_line where line = 1"))
        .isEqualTo(sale.lines().getFirst().name());
    assertThat(books.count("tender")).isEqualTo(2);
  }

  @Test
  void ticketDeliveredTwicePostsOnce() {
    byte[] bytes = tape.ticket(baskets.sale(tape.nextNumber()));

    ingest.post(List.of(bytes, bytes));
    Posted again = ingest.post(List.of(bytes));

    assertThat(again).isEqualTo(new Posted(0, 0, 1, 0, 0));
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.count("ledger_transaction")).isEqualTo(1);
    assertThat(books.value("select duplicates from register_stream")).isEqualTo("2");
  }

  @Test
  void resentRangeAddsOnlyWhatWasMissing() {
    List<byte[]> all = new ArrayList<>(tape.sales(baskets, 200));
    List<byte[]> half = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      half.add(all.get(i));
    }
    ingest.post(half);
    Collections.shuffle(all, new Random(5));

    Posted posted = ingest.post(all);

    assertThat(posted).isEqualTo(new Posted(100, 100, 100, 0, 0));
    assertThat(books.value("select last_sequence || ' ' || entries from register_stream"))
        .isEqualTo("200 200");
    assertThat(books.value("select head_hash from register_stream")).isEqualTo(tape.head().hex());
    assertThat(books.value("select sum(amount) = 0 from posting")).isEqualTo("t");
  }

  @Test
  void otherBytesUnderAKnownIdAreKeptAndNotPosted() {
    byte[] first = tape.ticket(baskets.sale("S01-R01-1"));
    byte[] other = tape.copiedDisk().ticket(baskets.sale("S01-R01-1"));
    ingest.post(List.of(first));

    Posted posted = ingest.post(List.of(other, other));

    assertThat(posted.conflicts()).isEqualTo(2);
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.value("select encode(bytes, 'hex') from entry"))
        .isEqualTo(HexFormat.of().formatHex(first));
    assertThat(books.count("entry_conflict")).isEqualTo(1);
    assertThat(books.value("select encode(bytes, 'hex') from entry_conflict"))
        .isEqualTo(HexFormat.of().formatHex(other));
  }

  @Test
  void unreadableMessageBlocksNothing() {
    byte[] garbage = "{\"v\":1,\"entry\":{\"id\":".getBytes(StandardCharsets.UTF_8);
    byte[] newer = tape.sealed("{\"v\":99,\"entry\":{}}");
    byte[] nothing = new byte[0];
    byte[] good = tape.ticket(baskets.sale(tape.nextNumber()));

    Posted posted = ingest.post(List.of(garbage, newer, nothing, good, garbage));

    assertThat(posted.tickets()).isEqualTo(1);
    assertThat(books.value("select string_agg(kind, ' ' order by kind) from suspense"))
        .isEqualTo("UNKNOWN_VERSION UNREADABLE UNREADABLE");
  }

  @Test
  void entryTheDatabaseRefusesGoesToSuspenseAndTheRestOfItsBatchIsPosted() {
    List<byte[]> batch = new ArrayList<>(tape.sales(baskets, 20));
    JournalEntry nul =
        new JournalEntry(
            new EntryId(tape.lane(), tape.epoch(), 21),
            LaneTape.DAY,
            java.time.Instant.parse("2026-11-20T09:00:00Z"),
            "ann\0",
            tape.head(),
            new EntryBody.DrawerOpened(1, Money.parse("GBP 10.00")));
    batch.add(7, tape.sealed(nul));

    Posted posted = ingest.post(batch);

    assertThat(posted).isEqualTo(new Posted(20, 20, 0, 0, 1));
    assertThat(books.value("select kind from suspense")).isEqualTo("UNPOSTABLE");
  }

  @Test
  void drawerSessionEndsAtZeroInTheLedgerWhateverTheOrder() {
    byte[] opened = tape.opened(Money.parse("GBP 100.00"));
    Ticket sale = baskets.sale(tape.nextNumber());
    byte[] sold = tape.ticket(sale);
    Money expected = Money.parse("GBP 100.00").plus(sale.total());
    byte[] closed = tape.closed(expected, expected.minus(Money.parse("GBP 0.50")));
    byte[] voided = tape.voided(baskets.sale("unused"));

    ingest.post(List.of(closed, voided));
    ingest.post(List.of(sold, opened));

    assertThat(books.value("select sum(amount) from posting where account = '1010'"))
        .isEqualTo("0.0000");
    assertThat(books.value("select sum(amount) from posting where account = '5900'"))
        .isEqualTo("0.5000");
    assertThat(
            books.value(
                "select opening_float || ' ' || (counted_cash - expected_cash) from drawer_session"))
        .isEqualTo("100.0000 -0.5000");
    assertThat(books.count("entry")).isEqualTo(4);
    assertThat(books.count("ledger_transaction")).isEqualTo(3);
  }
}
