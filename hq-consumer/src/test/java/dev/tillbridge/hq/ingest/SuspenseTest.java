package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be posted holds its number when it is genuine, and blocks nothing. */
class SuspenseTest {

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(2);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void entryOfANewerProgramHoldsItsNumberAndTheStreamGoesOn() {
    byte[] first = sale();
    byte[] newer = tape.altered(opening(), text -> text.replaceFirst("\"v\":1", "\"v\":99"));
    byte[] third = sale();

    Posted posted = ingest.post(List.of(first, newer, third));

    assertThat(posted).isEqualTo(new Posted(2, 2, 0, 0, 1));
    assertThat(stream()).isEqualTo("3 3 3 1");
    assertThat(
            books.value(
                "select s.kind || ' ' || e.type || ' ' || e.sequence || ' ' || s.lane"
                    + " from suspense s join entry e on e.id = s.entry_id"))
        .isEqualTo("UNKNOWN_VERSION suspended 2 S01-R01");
    assertThat(books.value("select watermark_head from register_stream"))
        .isEqualTo(tape.head().hex());
  }

  @Test
  void ticketThatDoesNotAddUpHoldsItsNumber() {
    Ticket ticket = baskets.sale(tape.nextNumber());
    byte[] wrong =
        tape.altered(
            new EntryBody.TicketCompleted(1, ticket),
            text ->
                text.replace(
                    "\"total\":\"" + ticket.total() + "\"",
                    "\"total\":\"" + ticket.total().plusMinor(1) + "\""));

    Posted posted = ingest.post(List.of(wrong, sale()));

    assertThat(posted).isEqualTo(new Posted(1, 1, 0, 0, 1));
    assertThat(books.value("select kind from suspense")).isEqualTo("UNPOSTABLE");
    assertThat(stream()).isEqualTo("2 2 2 1");
  }

  @Test
  void suspendedEntryDeliveredAgainIsADuplicate() {
    byte[] newer = tape.altered(opening(), text -> text.replaceFirst("\"v\":1", "\"v\":99"));
    ingest.post(List.of(newer, newer));

    Posted again = ingest.post(List.of(newer));

    assertThat(again).isEqualTo(new Posted(0, 0, 1, 0, 0));
    assertThat(books.count("suspense")).isEqualTo(1);
    assertThat(books.value("select resolved_at is null from suspense")).isEqualTo("t");
  }

  @Test
  void changedBytesHoldNoNumberAndTheTrueOnesArePostedWhenTheyCome() {
    byte[] bytes = sale();
    byte[] forged = bytes.clone();
    forged[forged.length / 3] ^= 1;

    Posted posted = ingest.post(List.of(forged));
    Posted after = ingest.post(List.of(bytes));

    assertThat(posted.suspended()).isEqualTo(1);
    assertThat(after).isEqualTo(new Posted(1, 1, 0, 0, 0));
    assertThat(books.value("select kind || ' ' || coalesce(entry_id, 0) from suspense"))
        .isEqualTo("BAD_SIGNATURE 0");
  }

  @Test
  void anotherKeyForAKnownLifeIsNotBelieved() {
    ingest.post(List.of(sale()));
    LaneTape stranger = new LaneTape("S01-R01");
    stranger.opened(Money.parse("GBP 1.00"));

    Posted posted = ingest.post(List.of(stranger.ticket(baskets.sale("S01-R01-2"))));

    assertThat(posted).isEqualTo(new Posted(0, 0, 0, 0, 1));
    assertThat(books.value("select kind from suspense")).isEqualTo("BAD_SIGNATURE");
    assertThat(books.value("select reason from suspense"))
        .contains(stranger.key().fingerprint())
        .contains(tape.key().fingerprint());
    assertThat(stream()).isEqualTo("1 1 1 0");
  }

  @Test
  void oversizedEntryIsKeptByteForByte() {
    byte[] huge =
        tape.altered(
            opening(), text -> text.replaceFirst("ann", "a".repeat(ArrivalReader.ENTRY_BYTES_MAX)));

    Posted posted = ingest.post(List.of(huge, sale()));

    assertThat(posted).isEqualTo(new Posted(1, 1, 0, 0, 1));
    assertThat(books.value("select kind || ' ' || length(bytes) from suspense"))
        .isEqualTo("OVERSIZED " + huge.length);
    assertThat(stream()).isEqualTo("2 2 2 1");
  }

  private byte[] sale() {
    return tape.ticket(baskets.sale(tape.nextNumber()));
  }

  private static EntryBody opening() {
    return new EntryBody.DrawerOpened(1, Money.parse("GBP 10.00"));
  }

  private String stream() {
    return books.value(
        "select last_sequence || ' ' || entries || ' ' || watermark || ' ' || suspended"
            + " from register_stream");
  }
}
