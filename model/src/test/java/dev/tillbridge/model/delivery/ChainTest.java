package dev.tillbridge.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Link ONE = new Link(1, EntryHash.NONE, hash("1"));
  private static final Link TWO = new Link(2, hash("1"), hash("2"));
  private static final Link THREE = new Link(3, hash("2"), hash("3"));

  @Test
  void progressRunsToTheFirstGap() {
    Progress progress = Progress.NONE.over(List.of(ONE, THREE));

    assertThat(progress).isEqualTo(new Progress(1, hash("1"), null));
  }

  @Test
  void progressGoesOnWhenTheGapCloses() {
    Progress progress = Progress.NONE.over(List.of(ONE, THREE)).over(List.of(TWO, THREE));

    assertThat(progress).isEqualTo(new Progress(3, hash("3"), null));
  }

  @Test
  void progressPassesOverWhatItHas() {
    Progress progress = Progress.NONE.over(List.of(ONE, TWO)).over(List.of(ONE, TWO, THREE));

    assertThat(progress.upTo()).isEqualTo(3);
  }

  @Test
  void progressEndsWhereTheChainBreaks() {
    Link forged = new Link(2, hash("other"), hash("forged"));

    Progress progress = Progress.NONE.over(List.of(ONE, forged, THREE));

    assertThat(progress).isEqualTo(new Progress(1, hash("1"), 2L));
  }

  @Test
  void anArrivalIsNewOrDoubledOrInConflict() {
    assertThat(Verdict.of(null, hash("1"))).isEqualTo(Verdict.NEW);
    assertThat(Verdict.of(hash("1"), hash("1"))).isEqualTo(Verdict.DUPLICATE);
    assertThat(Verdict.of(hash("1"), hash("2"))).isEqualTo(Verdict.CONFLICT);
  }

  private static EntryHash hash(String content) {
    return EntryHash.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
