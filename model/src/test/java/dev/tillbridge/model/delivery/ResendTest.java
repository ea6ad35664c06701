package dev.tillbridge.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResendTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minusSeconds(600);
  private static final ResendPolicy POLICY =
      new ResendPolicy(Duration.ofSeconds(2), Duration.ofSeconds(15), 10);

  @Test
  void aGapMayCloseByItselfFirst() {
    List<SequenceRange> gap = List.of(new SequenceRange(3, 4));

    assertThat(POLICY.next(Request.NONE, gap, NOON, NOON.plusMillis(1_999)))
        .isEqualTo(Request.NONE);
    assertThat(POLICY.next(Request.NONE, gap, NOON, NOON.plusSeconds(2)))
        .isEqualTo(new Request(1, gap, NOON.plusSeconds(2)));
  }

  @Test
  void theSameIsAskedAgainOnlyWhenNothingComes() {
    List<SequenceRange> gap = List.of(new SequenceRange(3, 4));
    Request asked = new Request(1, gap, NOON);

    assertThat(POLICY.next(asked, gap, LONG_AGO, NOON.plusSeconds(14))).isEqualTo(asked);
    assertThat(POLICY.next(asked, gap, LONG_AGO, NOON.plusSeconds(15)).number()).isEqualTo(2);
  }

  @Test
  void anAnswerComingInIsNotAskedForAgain() {
    Request asked = new Request(1, List.of(new SequenceRange(3, 9)), NOON);
    List<SequenceRange> rest = List.of(new SequenceRange(6, 9));

    Request shrunk = POLICY.next(asked, rest, LONG_AGO, NOON.plusSeconds(14));

    assertThat(shrunk).isEqualTo(new Request(1, rest, NOON.plusSeconds(14)));
    assertThat(POLICY.next(shrunk, rest, LONG_AGO, NOON.plusSeconds(28))).isEqualTo(shrunk);
    assertThat(POLICY.next(shrunk, rest, LONG_AGO, NOON.plusSeconds(29)).number()).isEqualTo(2);
  }

  @Test
  void aNewGapWaitsForTheAnswerUnderWay() {
    Request asked = new Request(1, List.of(new SequenceRange(3, 9)), NOON);
    List<SequenceRange> both = List.of(new SequenceRange(3, 9), new SequenceRange(12, 12));
    List<SequenceRange> onlyNew = List.of(new SequenceRange(12, 12));

    assertThat(POLICY.next(asked, both, LONG_AGO, NOON.plusSeconds(1))).isEqualTo(asked);
    assertThat(POLICY.next(asked, onlyNew, LONG_AGO, NOON.plusSeconds(1)))
        .isEqualTo(new Request(2, onlyNew, NOON.plusSeconds(1)));
  }

  @Test
  void aClosedGapEndsTheRequest() {
    Request asked = new Request(4, List.of(new SequenceRange(3, 9)), NOON);

    Request ended = POLICY.next(asked, List.of(), LONG_AGO, NOON.plusSeconds(1));

    assertThat(ended).isEqualTo(new Request(4, List.of(), NOON.plusSeconds(1)));
    assertThat(POLICY.next(ended, List.of(), LONG_AGO, NOON.plusSeconds(99))).isSameAs(ended);
  }

  @Test
  void noMoreIsAskedForThanTheMaximum() {
    List<SequenceRange> gaps = List.of(new SequenceRange(1, 4), new SequenceRange(6, 99));

    assertThat(POLICY.next(Request.NONE, gaps, LONG_AGO, NOON).ranges())
        .containsExactly(new SequenceRange(1, 4), new SequenceRange(6, 11));
  }

  @Test
  void aGapThatNobodyFillsDoesNotHideThoseAbove() {
    List<SequenceRange> gaps = List.of(new SequenceRange(1, 12), new SequenceRange(20, 21));
    Request asked = new Request(1, List.of(new SequenceRange(1, 10)), NOON);

    Request next = POLICY.next(asked, gaps, LONG_AGO, NOON.plusSeconds(15));

    assertThat(next.ranges())
        .containsExactly(
            new SequenceRange(1, 6), new SequenceRange(11, 12), new SequenceRange(20, 21));
  }

  @Test
  void aBusyHqLooksAtWhatHasArrivedBeforeItAsks() {
    List<SequenceRange> gap = List.of(new SequenceRange(3, 4));
    List<SequenceRange> rest = List.of(new SequenceRange(4, 4));
    Request asked = new Request(1, gap, LONG_AGO);

    assertThat(POLICY.next(Request.NONE, gap, LONG_AGO, NOON, true)).isEqualTo(Request.NONE);
    assertThat(POLICY.next(asked, gap, LONG_AGO, NOON, true)).isEqualTo(asked);
    assertThat(POLICY.next(asked, rest, LONG_AGO, NOON, true))
        .isEqualTo(new Request(1, rest, NOON));
    assertThat(POLICY.next(asked, gap, LONG_AGO, NOON, false).number()).isEqualTo(2);
  }

  @Test
  void aClockSetBackDoesNotSilenceHq() {
    List<SequenceRange> gap = List.of(new SequenceRange(3, 4));
    Instant future = NOON.plusSeconds(86_400);

    assertThat(POLICY.next(Request.NONE, gap, future, NOON).number()).isEqualTo(1);
    assertThat(POLICY.next(new Request(1, gap, future), gap, future, NOON).number()).isEqualTo(2);
  }

  @Test
  void aRegisterAnswersARequestOnce() {
    Request asked = new Request(3, List.of(new SequenceRange(3, 9)), NOON);

    assertThat(Resend.answer(asked, 2, 1, 20)).containsExactly(new SequenceRange(3, 9));
    assertThat(Resend.answer(asked, 3, 1, 20)).isEmpty();
  }

  @Test
  void aRequestOfARestoredDatabaseIsAnswered() {
    Request asked = new Request(3, List.of(new SequenceRange(3, 9)), NOON);

    assertThat(Resend.answer(asked, 7, 1, 20)).containsExactly(new SequenceRange(3, 9));
  }

  @Test
  void onlyWhatIsKeptIsSentAgain() {
    Request asked =
        new Request(1, List.of(new SequenceRange(1, 4), new SequenceRange(6, 30)), NOON);

    assertThat(Resend.answer(asked, 0, 3, 20))
        .containsExactly(new SequenceRange(3, 4), new SequenceRange(6, 20));
    assertThat(Resend.answer(asked, 0, 40, 50)).isEmpty();
  }
}
