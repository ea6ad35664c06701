package dev.tillbridge.hq.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.ShopEntries;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What registers are told of what HQ has. */
class WatermarksTest extends KeptStreams {

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
}
