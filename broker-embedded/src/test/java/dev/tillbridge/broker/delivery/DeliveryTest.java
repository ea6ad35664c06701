package dev.tillbridge.broker.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.watermark.Watermarks;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Tail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path root;
  private DeliveringChain chain;

  @BeforeEach
  void startChain() throws Exception {
    chain = DeliveringChain.start(TestChain.in(root));
  }

  @AfterEach
  void stopChain() {
    chain.close();
  }

  @Test
  void registerKnowsHowFarHqHasItsJournal() {
    Entries.ring(chain.register().journal(), 3);
    Watermark mark = Watermarks.holding(chain.stream(), 1, 3, chain.tail().head());
    chain.publish(mark);

    await().atMost(SOON).until(() -> chain.delivery().status().atHq() == 3);

    Entries.ring(chain.register().journal(), 2);
    assertThat(chain.delivery().status().recorded()).isEqualTo(5);
    assertThat(chain.delivery().status().onTheWay()).isEqualTo(2);
    assertThat(chain.delivery().status().hq()).isEqualTo(mark);
    assertThat(chain.delivery().status().heardAt()).isNotNull();
    assertThat(chain.delivery().status().problem()).isNull();
  }

  @Test
  void idleRegisterTellsHqWhereItsJournalEnds() {
    Entries.ring(chain.register().journal(), 2);

    await().atMost(SOON).until(() -> heartbeats().stream().anyMatch(this::tellsOfTheTail));

    Heartbeat told = heartbeats().getLast();
    assertThat(told.health().priceBook()).isEqualTo(4L);
    assertThat(told.health().priceBookSince()).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(told.health().priceBookProblem()).isEqualTo("version 5 cannot be taken yet");
    assertThat(told.health().kept()).isEqualTo(2);
    assertThat(told.health().waiting()).isZero();
    assertThat(told.health().disk().level()).isIn((Object[]) DiskStatus.Level.values());
    assertThat(told.health().program()).isNotBlank();
    assertThat(chain.register().messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(2);
    assertThat(chain.entriesAtHq()).hasSize(2);
  }

  @Test
  void heartbeatComesAtOnceAfterTheLastEntryIsSent() {
    for (int ticket = 1; ticket <= 3; ticket++) {
      Entries.ring(chain.register().journal(), 1);
      await().atMost(SOON).until(() -> heartbeats().stream().anyMatch(this::tellsOfTheTail));
    }

    assertThat(heartbeats()).map(Heartbeat::sequence).contains(1L, 2L, 3L).isSorted();
  }

  @Test
  void requestIsAnsweredByteForByteAndNothingIsKeptTwice() {
    Entries.ring(chain.register().journal(), 20);
    await().atMost(SOON).until(() -> chain.entriesAtHq().size() == 20);
    List<EntryHash> first = chain.entriesAtHq();
    Request request =
        new Request(1, List.of(new SequenceRange(3, 5), new SequenceRange(18, 25)), Instant.EPOCH);

    chain.publish(Watermarks.asking(chain.stream(), 1, 2, first.get(1), request));

    await().atMost(SOON).until(() -> chain.entriesAtHq().size() == 26);
    List<EntryHash> expected = new ArrayList<>(first);
    expected.addAll(first.subList(2, 5));
    expected.addAll(first.subList(17, 20));
    assertThat(chain.entriesAtHq()).isEqualTo(expected);
    await().atMost(SOON).until(() -> chain.delivery().resent() == 6);
    assertThat(chain.delivery().kept()).isEqualTo(20);
    assertThat(chain.register().journal().tail().sequence()).isEqualTo(20);
  }

  @Test
  void sameRequestIsAnsweredOnceAndTheNextOneAgain() {
    Entries.ring(chain.register().journal(), 5);
    List<SequenceRange> ranges = List.of(new SequenceRange(2, 2));
    chain.publish(Watermarks.asking(chain.stream(), 1, 1, hashAt(1), request(1, ranges)));
    await().atMost(SOON).until(() -> chain.delivery().resent() == 1);

    chain.publish(Watermarks.asking(chain.stream(), 2, 1, hashAt(1), request(1, ranges)));
    await().atMost(SOON).until(() -> version() == 2);
    chain.publish(Watermarks.asking(chain.stream(), 3, 1, hashAt(1), request(2, ranges)));

    await().atMost(SOON).until(() -> chain.delivery().resent() == 2);
    await().atMost(SOON).until(() -> chain.entriesAtHq().size() == 7);
  }

  @Test
  void clockIsComparedWithTheStores() {
    await().atMost(SOON).until(() -> chain.delivery().status().clockOffset() != null);

    assertThat(chain.delivery().status().clockOffset())
        .isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
  }

  @Test
  void watermarkAheadOfTheJournalIsAProblemAPersonIsToldOf() {
    Entries.ring(chain.register().journal(), 2);

    chain.publish(Watermarks.holding(chain.stream(), 1, 9, EntryHash.of(new byte[] {1})));

    await().atMost(SOON).until(() -> chain.delivery().status().problem() != null);
    assertThat(chain.delivery().status().problem())
        .contains("up to 9")
        .contains("ends at 2")
        .contains("older copy");
  }

  @Test
  void deliveryGoesOnAfterTheStoreWasAway() {
    Entries.ring(chain.register().journal(), 1);
    await().atMost(SOON).until(() -> heartbeats().stream().anyMatch(this::tellsOfTheTail));
    chain.restartStore(() -> Entries.ring(chain.register().journal(), 2));

    chain.publish(Watermarks.holding(chain.stream(), 1, 3, chain.tail().head()));

    await().atMost(SOON).until(() -> chain.delivery().status().atHq() == 3);
    await().atMost(SOON).until(() -> heartbeats().stream().anyMatch(this::tellsOfTheTail));
  }

  private List<Heartbeat> heartbeats() {
    return chain.heartbeatsAtHq();
  }

  private boolean tellsOfTheTail(Heartbeat heartbeat) {
    Tail tail = chain.tail();
    return heartbeat.stream().equals(chain.stream())
        && heartbeat.sequence() == tail.sequence()
        && heartbeat.head().equals(tail.head());
  }

  private EntryHash hashAt(long sequence) {
    return chain.hashAt(sequence);
  }

  private long version() {
    Watermark mark = chain.delivery().status().hq();
    return mark == null ? 0 : mark.version();
  }

  private static Request request(long number, List<SequenceRange> ranges) {
    return new Request(number, ranges, Instant.EPOCH);
  }
}
