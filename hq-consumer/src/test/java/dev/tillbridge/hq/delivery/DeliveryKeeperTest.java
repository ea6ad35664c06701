package dev.tillbridge.hq.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.SetClock;
import dev.tillbridge.hq.testing.ShopEntries;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stepped by hand, against the real books. */
class DeliveryKeeperTest {

  private final TestBooks books = new TestBooks();
  private final SetClock clock = new SetClock();
  private final Map<StreamId, Watermark> topic = new HashMap<>();
  private final List<Watermark> published = new ArrayList<>();
  private boolean topicAway;
  private boolean busy;
  private final DeliveryKeeper keeper = keeper();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(6, 2);

  @AfterEach
  void close() {
    books.close();
  }

  private DeliveryKeeper keeper() {
    return new DeliveryKeeper(
        books.books(),
        watermarks -> {
          if (topicAway) {
            throw new IllegalStateException("no broker");
          }
          published.addAll(watermarks);
          watermarks.forEach(watermark -> topic.put(watermark.stream(), watermark));
        },
        () -> busy,
        clock);
  }

  @Test
  void watermarkIsPublishedWhenItMovesAndNotOtherwise() {
    post(tape.sales(baskets, 4));
    look();
    look();
    post(tape.sales(baskets, 1));
    look();

    assertThat(published).extracting(Watermark::upTo).containsExactly(4L, 5L);
    assertThat(told().head()).isEqualTo(tape.head());
    assertThat(told().lastTicket()).isEqualTo(5);
    assertThat(published.get(1).version()).isGreaterThan(published.get(0).version());
  }

  @Test
  void aNewLifeIsToldTheNumbersOfDocumentsCustomersAndEventsOfAllLivesBefore() {
    LaneTape other = new LaneTape("S01-R02");
    post(
        List.of(
            ShopEntries.recorded(tape, ShopEntries.order("S01-R01-D12", 1, DocumentState.OPEN)),
            ShopEntries.recorded(tape, ShopEntries.order("S01-R02-D80", 2, DocumentState.OPEN)),
            ShopEntries.customer(tape, "S01-R01-C3", "Ada", null, null),
            tape.write(
                new OffsiteEntry.Started(
                    0,
                    new OffsiteEvent(
                        "S01-R01-E2",
                        "Fair",
                        "Hall 3",
                        LaneTape.DAY,
                        LaneTape.DAY,
                        0,
                        List.of())))));
    post(other.sales(baskets, 1));
    look();
    assertThat(told().last()).isEqualTo(new Watermark.LastNumbers(12, 3, 2));

    LaneTape reborn = tape.nextLife();
    post(reborn.sales(baskets, 1));
    look();

    assertThat(Objects.requireNonNull(topic.get(reborn.stream())).last())
        .isEqualTo(new Watermark.LastNumbers(12, 3, 2));
    assertThat(Objects.requireNonNull(topic.get(other.stream())).last())
        .isEqualTo(Watermark.LastNumbers.NONE);
    post(
        List.of(
            ShopEntries.recorded(reborn, ShopEntries.order("S01-R01-D13", 1, DocumentState.OPEN))));
    look();
    assertThat(Objects.requireNonNull(topic.get(reborn.stream())).last())
        .isEqualTo(new Watermark.LastNumbers(13, 3, 2));
  }

  @Test
  void everythingIsPublishedAgainAtTheStartAndAfterAFailure() {
    post(tape.sales(baskets, 2));
    topicAway = true;
    assertThatThrownBy(this::look).hasMessage("no broker");
    topicAway = false;
    look();
    keeper().look();

    assertThat(published).extracting(Watermark::upTo).containsExactly(2L, 2L);
    assertThat(published).extracting(Watermark::version).containsOnly(told().version());
  }

  @Test
  void nothingIsAskedForWhileArrivalsWaitAtTheBroker() {
    List<byte[]> all = tape.sales(baskets, 6);
    post(all.subList(0, 2));
    post(all.subList(4, 6));
    busy = true;
    look();
    clock.advance(Duration.ofSeconds(60));
    look();
    assertThat(told().request().ranges()).isEmpty();

    busy = false;
    look();

    assertThat(told().request().ranges()).containsExactly(new SequenceRange(3, 4));
  }

  @Test
  void gapFarAboveOneThatStandsIsSeen() {
    String lane = tape.lane().toString();
    books.value(
        """
        with held as (insert into entry (lane, store, epoch, sequence, hash, previous, type,
            received_at, bytes)
          select '%s', 'S01', 7, n, repeat('0', 64), repeat('0', 64), 'suspended', now(), ''
          from generate_series(1, 12000) n where n not in (3, 11500) returning 1)
        select count(*) from held
        """
            .formatted(lane));

    List<SequenceRange> missing =
        books
            .books()
            .read(session ->
                session.doReturningWork(connection ->
                    StreamGaps.of(connection, new StreamId(tape.lane(), 7), 2, 12_001)));

    assertThat(missing)
        .containsExactly(
            new SequenceRange(3, 3),
            new SequenceRange(11_500, 11_500),
            new SequenceRange(12_001, 12_001));
  }

  @Test
  void gapIsAskedForAfterAMomentAskedForAgainWhenNothingComesAndForgottenWhenItCloses() {
    List<byte[]> all = tape.sales(baskets, 20);
    post(all.subList(0, 5));
    post(all.subList(8, 15));
    post(List.of(tape.heartbeat()));

    look();
    assertThat(told().request().ranges()).isEmpty();
    clock.advance(Duration.ofSeconds(3));
    look();
    assertThat(told().upTo()).isEqualTo(5);
    assertThat(told().request().number()).isEqualTo(1);
    assertThat(told().request().ranges())
        .containsExactly(new SequenceRange(6, 8), new SequenceRange(16, 20));
    clock.advance(Duration.ofSeconds(20));
    look();
    assertThat(told().request().number()).isEqualTo(2);
    assertThat(books.value("select requests from register_stream")).isEqualTo("2");

    post(all);
    look();

    assertThat(told().upTo()).isEqualTo(20);
    assertThat(told().request().ranges()).isEmpty();
    assertThat(books.value("select missing_since is null and requests = 0 from register_stream"))
        .isEqualTo("t");
  }

  @Test
  void newLifeIsToldTheLastNumbersOfTheOldOneEvenWhenTheyCameLate() {
    List<byte[]> old = tape.sales(baskets, 7);
    LaneTape next = tape.nextLife();
    post(old.subList(0, 3));
    post(List.of(next.heartbeat()));
    look();
    assertThat(told(next).lastTicket()).isEqualTo(3);

    post(old.subList(3, 7));
    look();

    assertThat(told(next).lastTicket()).isEqualTo(7);
    assertThat(told(next).lastSession()).isEqualTo(1);
    assertThat(told(next).upTo()).isZero();
  }

  @Test
  void closedLifeIsAskedForNothingItsLossStandsAndWhatStillArrivesIsPosted() {
    List<byte[]> all = tape.sales(baskets, 10);
    post(all.subList(0, 4));
    post(all.subList(6, 7));
    EpochClosing closing = new EpochClosing(books.books(), clock);

    assertThat(closing.close(tape.stream(), 6, "olga", "Disk died"))
        .isInstanceOf(Decision.Refused.class);
    assertThat(closing.close(tape.stream(), 10, "olga", "Disk died"))
        .isEqualTo(
            new Decision.Done(
                tape.stream() + " is closed. Declared lost until they turn up: 5 to 6, 8 to 10."));
    clock.advance(Duration.ofMinutes(5));
    look();
    assertThat(told().closed()).isTrue();
    assertThat(told().request().ranges()).isEmpty();
    assertThat(standing()).isEqualTo("DECLARED_LOST");
    assertThat(books.value("select detail from stream_alarm"))
        .contains("5 entries have never come: 5 to 6, 8 to 10. Note: Disk died");

    post(all);
    for (int i = 0; i < 20; i++) {
      look();
    }

    assertThat(books.count("ticket")).isEqualTo(10);
    assertThat(told().upTo()).isEqualTo(10);
    assertThat(standing()).isEqualTo("null");
    assertThat(books.value("select after_closing from register_stream")).isEqualTo("5");
  }

  @Test
  void alarmsStandWhileTheirReasonDoesAndStayInTheHistory() {
    post(tape.sales(baskets, 2));
    post(
        List.of(
            tape.heartbeat(
                new RegisterHealth(
                    0,
                    2,
                    new DiskStatus(DiskStatus.Level.LOW, 1_900_000_000L, 200_000_000L),
                    -300_000L,
                    null,
                    null,
                    0,
                    "test"))));
    look();
    look();
    assertThat(standing()).isEqualTo("CLOCK_OFF DISK_LOW");
    assertThat(books.value("select detail from stream_alarm where kind = 'CLOCK_OFF'"))
        .contains("about 5 min ahead of");

    post(List.of(tape.heartbeat()));
    look();

    assertThat(standing()).isEqualTo("null");
    assertThat(books.value("select count(*) from stream_alarm where cleared_at is not null"))
        .isEqualTo("2");
  }

  @Test
  void brokenChainAndAnotherHeadAreAlarms() {
    post(tape.sales(baskets, 2));
    LaneTape copy = tape.copiedDisk();
    copy.sales(new Baskets(99), 2);
    post(List.of(copy.heartbeat()));
    JournalEntry stray =
        new JournalEntry(
            new EntryId(tape.lane(), tape.epoch(), 3),
            LaneTape.DAY,
            Instant.parse("2026-11-20T09:00:00Z"),
            "ann",
            EntryHash.of(new byte[] {1}),
            new EntryBody.DrawerOpened(1, Money.parse("GBP 10.00")));
    post(List.of(tape.sealed(stray)));
    look();

    assertThat(standing()).isEqualTo("CHAIN_BROKEN HEAD_DIFFERS");
    assertThat(told().upTo()).isEqualTo(2);
  }

  @Test
  void checkpointIsComparedWithTheBooks() {
    byte[] opened = tape.opened(Money.parse("GBP 50.00"));
    Ticket first = baskets.sale(tape.nextNumber());
    byte[] sold = tape.ticket(first);
    post(List.of(opened, sold, checkpoint(1, first.total())));
    look();
    assertThat(books.value("select string_agg(matches::text, ' ') from checkpoint"))
        .isEqualTo("true");

    Ticket second = baskets.sale(tape.nextNumber());
    post(List.of(tape.ticket(second), checkpoint(3, first.total().plus(second.total()))));
    look();

    assertThat(standing()).isEqualTo("CHECKPOINT_DIFFERS");
    assertThat(books.value("select detail from stream_alarm"))
        .contains("At entry 5 the register counts 3 tickets")
        .contains("and HQ 2 for");

    post(List.of(checkpoint(2, first.total().plus(second.total()))));
    look();
    assertThat(standing()).isEqualTo("null");
  }

  @Test
  void drawerThatIsSetAsideIsNoDifference() {
    Ticket first = baskets.sale(tape.nextNumber());
    post(
        List.of(
            tape.opened(Money.parse("GBP 50.00")),
            tape.ticket(first),
            tape.write(new DrawerEntry.SetAside(1)),
            tape.write(new EntryBody.Checkpoint(1, 1, 2, 1, first.total(), null))));
    look();
    assertThat(standing()).isEqualTo("null");

    post(List.of(tape.write(new DrawerEntry.TakenUp(1)), checkpoint(1, first.total())));
    look();
    assertThat(standing()).isEqualTo("null");
    assertThat(books.value("select string_agg(matches::text, ' ') from checkpoint"))
        .isEqualTo("true true");
  }

  /** With the session that is open on the tape. */
  private byte[] checkpoint(int tickets, Money total) {
    var zero = Money.zero(total.getCurrencyUnit());
    var session =
        new DrawerSession(
            1,
            LaneTape.DAY,
            Instant.EPOCH,
            "ann",
            Money.parse("GBP 50.00"),
            tickets,
            total,
            0,
            zero,
            List.of(),
            total,
            0,
            zero,
            Besides.none(total.getCurrencyUnit()));
    return tape.write(new EntryBody.Checkpoint(1, tickets, 2, tickets, total, session));
  }

  private void post(List<byte[]> messages) {
    books.ingest().post(messages);
  }

  private void look() {
    keeper.look();
  }

  private Watermark told() {
    return told(tape);
  }

  private Watermark told(LaneTape of) {
    return Objects.requireNonNull(topic.get(of.stream()), "nothing was published of it");
  }

  private String standing() {
    return books.value(
        "select string_agg(kind, ' ' order by kind) from stream_alarm where cleared_at is null");
  }
}
