package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.books.RegisterStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");
  private static final Words WORDS = new Words(ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC));

  private final Life life = new Life();

  @Test
  void completeStreamIsSaidToBeComplete() {
    assertThat(life.said()).containsExactly("Complete: HQ has everything up to 1230.");
  }

  @Test
  void whatHasJustBeenAnnouncedIsOnTheWay() {
    life.announced = 1_237;

    assertThat(life.said())
        .containsExactly(
            "7 on the way: HQ has everything up to 1230; the register has told of 1237.");
  }

  @Test
  void gapIsToldWithItsRangeAgeAndWhatIsDone() {
    life.watermark = 11;
    life.missing = 4;
    life.gaps = List.of(new RegisterStream.Gap(12, 15));
    life.missingSince = NOW.minus(Duration.ofMinutes(3));
    life.request = new RegisterStream.Request(9, "12-15", NOW, 2);

    assertThat(life.said())
        .containsExactly(
            "Gap: 12 to 15 missing for 3m00s; asked again 2 times, register last heard 5s ago.");
  }

  @Test
  void silentRegisterIsToldWithWhatIsKnownAndAWholeSilentStoreAsALostLink() {
    life.announced = 1_234;
    life.heard = NOW.minus(Duration.ofMinutes(18));

    assertThat(life.said().get(1))
        .startsWith("Silent since 10:12: Last known number 1234, HQ has 1230.");
    assertThat(life.saidOfASilentStore().get(1))
        .startsWith("Link lost at the store: Nothing from any register of this store since 10:12.");
  }

  @Test
  void registerSilentLongBeforeItsStoreIsToldByItself() {
    life.heard = NOW.minus(Duration.ofHours(3));

    assertThat(life.said(NOW.minus(Duration.ofMinutes(1)), false).get(1))
        .startsWith("Silent since 07:30");
  }

  @Test
  void brokenChainStopsEveryPromiseAbove() {
    life.watermark = 16;
    life.brokenAt = 17L;

    assertThat(life.said()).hasSize(1);
    assertThat(life.said().getFirst())
        .startsWith("Chain broken at 17: Entry 17 does not carry the hash of entry 16.")
        .doesNotContain("Complete");
  }

  @Test
  void conflictAndDiskAndClockAreAllSaid() {
    life.unseen = 1;
    life.health =
        new RegisterStream.Health(
            NOW, 0, 1_230, "LOW", 1_363_148_800L, 183_000L, 7L, null, 0, "0.1.0");

    assertThat(life.said())
        .anySatisfy(said -> assertThat(said).startsWith("1 conflict: "))
        .anySatisfy(said -> assertThat(said).startsWith("Disk low: 1,300 MiB left"))
        .anySatisfy(said -> assertThat(said).startsWith("Clock 3m03s slow: "));
  }

  @Test
  void closedLifeSaysWhoClosedItAndWhatIsLost() {
    life.closing = new RegisterStream.Closing(NOW, "Mara", 1_233, "Disk died");

    assertThat(life.said())
        .containsExactly(
            "Closed, 3 numbers declared lost: By Mara on 22 Nov 2026, 10:30:00 with last number"
                + " 1233: “Disk died”.");
  }

  @Test
  void olderLifeStillOpenIsToldInsteadOfItsSilence() {
    life.heard = NOW.minus(Duration.ofDays(2));

    assertThat(life.saidOfAnOldLife().get(1)).startsWith("Old life open: ");
  }

  /** A life to be described, complete and well unless changed. */
  private static final class Life {
    private long watermark = 1_230;
    private long announced = 1_230;
    private long missing;
    private long unseen;
    private List<RegisterStream.Gap> gaps = List.of();
    private Instant heard = NOW.minusSeconds(5);
    private @Nullable Instant missingSince;
    private @Nullable Long brokenAt;
    private RegisterStream.Request request = new RegisterStream.Request(0, "", null, 0);
    private RegisterStream.@Nullable Health health;
    private RegisterStream.@Nullable Closing closing;

    List<String> said() {
      return said(null, false);
    }

    List<String> saidOfASilentStore() {
      return said(heard, false);
    }

    List<String> saidOfAnOldLife() {
      return said(null, true);
    }

    private List<String> said(@Nullable Instant storeSilent, boolean newer) {
      RegisterStream stream =
          new RegisterStream(
              "S01-R01",
              20_261_120_070_000L,
              1_230,
              "0".repeat(64),
              1_230 - missing,
              missing,
              gaps,
              0,
              unseen,
              heard,
              heard,
              watermark,
              "0".repeat(64),
              brokenAt,
              announced,
              heard,
              missingSince,
              request,
              0,
              unseen,
              0,
              health,
              closing);
      return new StreamWords(WORDS, NOW)
          .of(stream, storeSilent, newer).stream()
              .map(statement -> statement.badge() + ": " + statement.text())
              .toList();
    }
  }
}
