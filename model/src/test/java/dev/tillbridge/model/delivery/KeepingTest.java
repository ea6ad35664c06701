package dev.tillbridge.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.delivery.KeepPolicy.Kept;
import dev.tillbridge.model.delivery.KeepPolicy.Step;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeepingTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final KeepPolicy KEEP = new KeepPolicy(10, 5);

  @Test
  void aCheckpointComesBeforeAnythingLeaves() {
    assertThat(KEEP.next(new Kept(1, 100, 100, 0), 100)).isEqualTo(new Step.CheckpointFirst());
    assertThat(KEEP.next(new Kept(1, 101, 100, 101), 100)).isEqualTo(new Step.LetGo(91));
  }

  @Test
  void nothingLeavesThatHqHasNotConfirmed() {
    assertThat(KEEP.next(new Kept(1, 100, 100, 100), 0)).isEqualTo(new Step.KeepAll());
    assertThat(KEEP.next(new Kept(1, 100, 100, 100), 40)).isEqualTo(new Step.LetGo(40));
  }

  @Test
  void whateverLeavesIsConfirmedAgedAndBehindACheckpoint() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long first = 1 + random.nextLong(50);
      long tail = first - 1 + random.nextLong(60);
      Kept kept = new Kept(first, tail, random.nextLong(120), random.nextLong(tail + 1));
      long confirmed = random.nextLong(tail + 1);

      if (KEEP.next(kept, confirmed) instanceof Step.LetGo(long through)) {
        assertThat(through)
            .as("seed %d: %s, confirmed %d", seed, kept, confirmed)
            .isBetween(first, confirmed)
            .isLessThanOrEqualTo(kept.agedThrough())
            .isLessThan(kept.checkpoint())
            .isLessThanOrEqualTo(tail - 10);
      }
    }
  }

  @Test
  void aRegisterBelievesTheHeadItWroteItself() {
    assertThat(agreed(5, "5", 1, 9)).isEqualTo(new Agreement.Confirmed(5));
    assertThat(agreed(5, "other", 1, 9))
        .isEqualTo(new Agreement.OtherChain(5, hash("5"), hash("other")));
    assertThat(agreed(5, "other", 1, 9).confirmed()).isZero();
  }

  @Test
  void aRegisterThatWroteLessThanHqHoldsIsAnOldCopy() {
    assertThat(agreed(12, "12", 1, 9)).isEqualTo(new Agreement.OldCopy(12, 9));
  }

  @Test
  void whatHasLeftIsNotComparedAgain() {
    assertThat(agreed(5, "5", 7, 9)).isEqualTo(new Agreement.LongGone(5, 7));
    assertThat(Agreement.of(null, 1, 0, n -> hash("" + n))).isEqualTo(new Agreement.Confirmed(0));
  }

  @Test
  void aHeartbeatFollowsTheLastTicketAtOnceAndThenComesAtIntervals() {
    HeartbeatPolicy policy = new HeartbeatPolicy(Duration.ofSeconds(5));
    HeartbeatPolicy.Told told = new HeartbeatPolicy.Told(7, NOON);

    assertThat(policy.due(true, 0, null, 0, NOON)).isTrue();
    assertThat(policy.due(true, 0, told, 7, NOON.plusSeconds(4))).isFalse();
    assertThat(policy.due(true, 0, told, 7, NOON.plusSeconds(5))).isTrue();
    assertThat(policy.due(true, 0, told, 8, NOON.plusSeconds(1))).isTrue();
    assertThat(policy.due(true, 0, told, 7, NOON.minusSeconds(3_600))).isTrue();
  }

  @Test
  void noHeartbeatOvertakesATicket() {
    assertThat(HeartbeatPolicy.STANDARD.due(true, 1, null, 8, NOON)).isFalse();
    assertThat(HeartbeatPolicy.STANDARD.due(false, 0, null, 8, NOON)).isFalse();
  }

  private static Agreement agreed(long upTo, String head, long firstKept, long tail) {
    Watermark hq =
        new Watermark(
            new StreamId(LaneId.parse("S01-R01"), 1),
            1,
            upTo,
            hash(head),
            Request.NONE,
            0,
            0,
            false,
            NOON);
    return Agreement.of(hq, firstKept, tail, n -> hash("" + n));
  }

  private static EntryHash hash(String content) {
    return EntryHash.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
