package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CardPending;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.register.lane.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One training, of which only two notes may be left. Meanwhile the acquirer may say its last word
 * on payments that are real.
 */
final class Training {

  private final Register at;
  private int before;
  private Set<String> real = Set.of();

  Training(Register at) {
    this.at = at;
  }

  Outcome begin() {
    at.lane.giveBack(99); // settles a doubt, so that what it was about is counted before
    before = at.disk.everything().size();
    real =
        at.lane.recorded().open().cards().stream()
            .map(CardPending::key)
            .collect(Collectors.toSet());
    return at.lane.beginTraining();
  }

  /** By its end, or by a power cut, after which its end is not told. */
  Outcome end(boolean powerCut) {
    if (powerCut) {
      at.restart();
    } else {
      if (at.lane.view().operator() == null) {
        at.lane.signOn("1001", "1234");
      }
      assertThat(at.lane.endTraining()).isInstanceOf(Outcome.Done.class);
    }
    List<EntryBody> left =
        at.disk.everything().stream()
            .skip(before)
            .map(stored -> stored.entry().body())
            .filter(body -> !(body instanceof EntryBody.Checkpoint))
            .filter(body -> !(body instanceof CardEntry word && real.contains(word.key())))
            .toList();
    assertThat(left).as("left of training at %s", at).hasSize(powerCut ? 1 : 2);
    assertThat(left).allMatch(Noted.class::isInstance);
    assertThat(left.stream().map(body -> ((Noted) body).what()).toList())
        .isEqualTo(
            List.of(Noted.What.TRAINING_STARTED, Noted.What.TRAINING_ENDED)
                .subList(0, left.size()));
    assertThat(at.lane.isTraining()).isFalse();
    return Paying.done(at);
  }
}
