package dev.tillbridge.broker.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.watermark.Watermarks;
import dev.tillbridge.model.delivery.KeepPolicy;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.Tail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONGER_THAN_TWO_LOOKS = Duration.ofSeconds(5);
  private static final KeepPolicy SMALL = new KeepPolicy(5, 3);
  private static final DeliverySettings AT_ONCE =
      new DeliverySettings(Duration.ofSeconds(1), Duration.ZERO, SMALL);

  /** Entries of these tests were recorded on the 22nd. */
  private static final Instant RECORDED = Instant.parse("2026-11-22T09:15:30Z");

  @TempDir private Path root;
  private final SteppedClock clock = new SteppedClock(RECORDED.plus(Duration.ofDays(29)));
  private DeliveringChain chain;

  @BeforeEach
  void startChain() throws Exception {
    chain = DeliveringChain.start(TestChain.in(root), AT_ONCE, clock);
  }

  @AfterEach
  void stopChain() {
    chain.close();
  }

  @Test
  void entriesLeaveBelowTheWatermarkOnceACheckpointStandsBehindThem() {
    chain.delivery().onCheckpointDue(() -> Entries.checkpoint(journal()));
    Entries.ring(journal(), 20);

    chain.publish(Watermarks.holding(chain.stream(), 1, 12, chain.hashAt(12)));

    await().atMost(SOON).until(() -> firstKept() == 13);
    assertThat(sequences()).isEqualTo(LongStream.rangeClosed(13, 21).boxed().toList());
    await().atMost(SOON).until(() -> chain.delivery().kept() == 9); // the broker counts afterwards
  }

  @Test
  void nothingLeavesWithoutACheckpoint() {
    AtomicInteger asked = new AtomicInteger();
    chain.delivery().onCheckpointDue(asked::incrementAndGet);
    Entries.ring(journal(), 20);

    chain.publish(Watermarks.holding(chain.stream(), 1, 12, chain.hashAt(12)));

    await().atMost(SOON).until(() -> asked.get() >= 2);
    assertThat(firstKept()).isEqualTo(1);
  }

  @Test
  void watermarkWithAnotherHeadLetsNothingGo() {
    Entries.ring(journal(), 15);
    Entries.checkpoint(journal());
    Entries.ring(journal(), 5);

    chain.publish(Watermarks.holding(chain.stream(), 1, 12, chain.hashAt(11)));

    await().atMost(SOON).until(() -> chain.delivery().status().problem() != null);
    assertThat(chain.delivery().status().problem())
        .contains("another entry 12")
        .contains("Nothing leaves this register");
    await()
        .during(LONGER_THAN_TWO_LOOKS)
        .atMost(SOON)
        .until(() -> chain.delivery().kept() == 21 && firstKept() == 1);

    chain.publish(Watermarks.holding(chain.stream(), 2, 12, chain.hashAt(12)));

    await().atMost(SOON).until(() -> firstKept() == 13);
    assertThat(chain.delivery().status().problem()).isNull();
  }

  @Test
  void entriesWithinTheRetentionStay() {
    DeliverySettings month =
        new DeliverySettings(Duration.ofSeconds(1), Duration.ofDays(30), SMALL);
    chain.restartRegister(month);
    Entries.ring(journal(), 15);
    Entries.checkpoint(journal());
    Entries.ring(journal(), 5);
    chain.publish(Watermarks.holding(chain.stream(), 1, 21, chain.tail().head()));
    await().atMost(SOON).until(() -> chain.delivery().status().atHq() == 21);

    await().during(LONGER_THAN_TWO_LOOKS).atMost(SOON).until(() -> firstKept() == 1);
    clock.to(RECORDED.plus(Duration.ofDays(31)));

    await().atMost(SOON).until(() -> firstKept() == 16);
  }

  @Test
  void restartAfterEntriesLeftFindsTheSameTailAndGoesOn() {
    chain.delivery().onCheckpointDue(() -> Entries.checkpoint(journal()));
    Entries.ring(journal(), 2_000);
    chain.publish(Watermarks.holding(chain.stream(), 1, 2_000, chain.tail().head()));
    await().atMost(SOON).until(() -> firstKept() == 1_997);
    Tail before = chain.tail();

    chain.restartRegister();

    assertThat(chain.tail()).isEqualTo(before);
    Entries.ring(journal(), 3);
    assertThat(chain.tail().sequence()).isEqualTo(before.sequence() + 3);
    assertThat(sequences())
        .isEqualTo(LongStream.rangeClosed(1_997, before.sequence() + 3).boxed().toList());
  }

  @Test
  void requestForWhatHasLeftIsAProblemAPersonIsToldOf() {
    chain.delivery().onCheckpointDue(() -> Entries.checkpoint(journal()));
    Entries.ring(journal(), 20);
    EntryHash early = chain.hashAt(1);
    chain.publish(Watermarks.holding(chain.stream(), 1, 12, chain.hashAt(12)));
    await().atMost(SOON).until(() -> firstKept() == 13);

    chain.publish(
        Watermarks.asking(
            chain.stream(),
            2,
            1,
            early,
            new Request(1, List.of(new SequenceRange(2, 14)), Instant.EPOCH)));

    await().atMost(SOON).until(() -> chain.delivery().resent() == 2);
    assertThat(chain.delivery().status().problem()).contains("2 to 14").contains("before 13");
  }

  private Journal journal() {
    return chain.register().journal();
  }

  private long firstKept() {
    List<Long> kept = sequences();
    return kept.isEmpty() ? 0 : kept.getFirst();
  }

  private List<Long> sequences() {
    List<Long> sequences = new ArrayList<>();
    journal().readAfter(0, stored -> sequences.add(stored.entry().id().sequence()));
    return sequences;
  }

  private static final class SteppedClock extends Clock {

    private volatile Instant now;

    SteppedClock(Instant now) {
      this.now = now;
    }

    void to(Instant later) {
      now = later;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("UTC only");
    }
  }
}
