package dev.tillbridge.register.elsewhere;

import static dev.tillbridge.register.elsewhere.GuardedLine.CALLS_MIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.register.elsewhere.Asked.Outcome;
import dev.tillbridge.register.elsewhere.Asked.Whom;
import dev.tillbridge.register.elsewhere.Reply.Silence;
import dev.tillbridge.register.lane.SteppedClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElsewhereTest {

  private static final LaneId ONE = LaneId.parse("S01-R01");
  private static final LaneId TWO = LaneId.parse("S01-R02");
  private static final Inquiry WHAT = new Inquiry.OfTicket("S01-R02-7");
  private static final Reply KNOWS = new Reply.Answered(new Answer.NotKnown("S01-R02-7"));

  private final Chain chain = new Chain();
  private final SteppedClock clock = new SteppedClock("2026-11-22T08:30:00Z");
  private final Elsewhere elsewhere =
      new Elsewhere(chain.store(ONE), Map.of(TWO, chain.neighbour(ONE, TWO)), clock);

  @Test
  void withoutALinkNobodyIsAsked() {
    chain.cut(ONE, true);

    assertThat(elsewhere.hq(WHAT)).isEqualTo(new Reply.Silent(Silence.NOT_LINKED));
    assertThat(chain.asked).isEmpty();
  }

  @Test
  void whoKeepsSilentGetsARestAndOthersAreStillAsked() {
    chain.answers("S01-R02", (asker, inquiry) -> new Answer.NotKnown("S01-R02-7"));

    for (int i = 0; i < CALLS_MIN; i++) {
      assertThat(elsewhere.hq(WHAT)).isEqualTo(new Reply.Silent(Silence.NO_ANSWER));
    }
    assertThat(elsewhere.hq(WHAT)).isEqualTo(new Reply.Silent(Silence.RESTING));
    assertThat(chain.asked).hasSize(CALLS_MIN);
    assertThat(elsewhere.lane(TWO, WHAT)).isEqualTo(KNOWS);
    assertThat(elsewhere.asked().count(Whom.HQ, Outcome.NO_ANSWER)).isEqualTo(CALLS_MIN);
    assertThat(elsewhere.asked().count(Whom.HQ, Outcome.RESTING)).isEqualTo(1);
    assertThat(elsewhere.asked().count(Whom.LANE, Outcome.ANSWERED)).isEqualTo(1);
    assertThat(elsewhere.silent(Whom.HQ)).isEqualTo(1);
    assertThat(elsewhere.silent(Whom.LANE)).isZero();

    chain.hqAnswers((asker, inquiry) -> new Answer.NotKnown("S01-R02-7"));
    clock.advance(GuardedLine.REST.plusMillis(1));
    assertThat(elsewhere.hq(WHAT)).as("after its rest").isEqualTo(KNOWS);
    assertThat(elsewhere.hq(WHAT)).isEqualTo(KNOWS);
    assertThat(elsewhere.silent(Whom.HQ)).isZero();
  }

  @Test
  void aNeighbourIsAskedByItsOwnBrokerWhenTheStoreIsNotReached() {
    chain.answers("S01-R02", (asker, inquiry) -> new Answer.NotKnown("S01-R02-7"));
    chain.cut(ONE, true);

    assertThat(elsewhere.lane(TWO, WHAT)).isEqualTo(KNOWS);
    chain.off("S01-R02", true);
    assertThat(elsewhere.lane(TWO, WHAT)).isEqualTo(new Reply.Silent(Silence.NOT_LINKED));
    assertThat(elsewhere.lane(LaneId.parse("S01-R03"), WHAT))
        .isEqualTo(new Reply.Silent(Silence.NOT_LINKED));
  }
}
