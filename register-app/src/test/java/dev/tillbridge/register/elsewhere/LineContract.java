package dev.tillbridge.register.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What every {@link Line} keeps, in memory or through a broker. */
abstract class LineContract {

  static final LaneId ASKER = LaneId.parse("S01-R01");
  static final LaneId OTHER = LaneId.parse("S01-R02");
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Addressee HQ = new Addressee.Hq();
  private static final Inquiry WHAT = new Inquiry.OfTicket("S01-R02-7");
  private static final Answer KNOWS = new Answer.NotKnown("S01-R02-7");

  /** The line of {@link #ASKER}. */
  abstract Line line();

  /** Who answers from now on, and how. */
  abstract void answers(Addressee whom, BiFunction<LaneId, Inquiry, Answer> how);

  /** The broker at the other end cannot be reached any more; returns when the line knows it. */
  abstract void cut();

  @Test
  void whatIsAnsweredComesBackAndWhoAskedIsKnown() throws Line.Unanswered {
    List<LaneId> askers = new ArrayList<>();
    answers(
        HQ,
        (asker, inquiry) -> {
          askers.add(asker);
          return inquiry.equals(WHAT) ? KNOWS : new Answer.No("asked something else");
        });

    assertThat(line().isLinked()).isTrue();
    assertThat(line().ask(HQ, WHAT, WAIT)).isEqualTo(KNOWS);
    assertThat(line().ask(HQ, WHAT, WAIT)).isEqualTo(KNOWS);
    assertThat(askers).containsExactly(ASKER, ASKER);
  }

  @Test
  void everybodyIsAskedForThemselves() throws Line.Unanswered {
    answers(HQ, (asker, inquiry) -> KNOWS);
    answers(new Addressee.Lane(OTHER), (asker, inquiry) -> new Answer.No("not here"));

    assertThat(line().ask(new Addressee.Lane(OTHER), WHAT, WAIT))
        .isEqualTo(new Answer.No("not here"));
    assertThat(line().ask(HQ, WHAT, WAIT)).isEqualTo(KNOWS);
  }

  @Test
  void whoIsNotThereIsSilent() {
    assertThatThrownBy(() -> line().ask(new Addressee.Lane(OTHER), WHAT, WAIT))
        .isInstanceOf(Line.Unanswered.class);
  }

  @Test
  void aLineThatIsCutSaysSo() {
    answers(HQ, (asker, inquiry) -> KNOWS);
    cut();

    assertThat(line().isLinked()).isFalse();
    assertThatThrownBy(() -> line().ask(HQ, WHAT, WAIT)).isInstanceOf(Line.Unanswered.class);
  }
}
