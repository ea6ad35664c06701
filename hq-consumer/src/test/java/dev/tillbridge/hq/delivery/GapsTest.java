package dev.tillbridge.hq.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing, and what is asked for. */
class GapsTest extends KeptStreams {

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
}
