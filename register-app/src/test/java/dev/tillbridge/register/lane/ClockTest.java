package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.register.clock.ClockAlarm;
import dev.tillbridge.register.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockTest {

  private final Shop shop = Shop.open();

  @Test
  void everyEntryCarriesTheOffsetAsItWasKnown() {
    sell();
    shop.delivery.clockOffset(Duration.ofMillis(-1_250));
    sell();

    assertThat(entry(1).clockOffsetMs()).isNull();
    assertThat(entry(2).clockOffsetMs()).isEqualTo(-1_250);
  }

  @Test
  void twoMinutesFromTheStoresClockIsAnAlarmAndNoStop() {
    shop.delivery.clockOffset(Duration.ofSeconds(120));
    @Nullable ClockAlarm near = shop.lane.standing().clock();
    shop.delivery.clockOffset(Duration.ofSeconds(-3_720));

    assertThat(near).isNull();
    assertThat(there(shop.lane.standing().clock()).message(ZoneOffset.UTC, Words.english()))
        .contains("1h02m ahead of the store server's");
    sell();
  }

  @Test
  void aJumpBackwardsIsAnAlarmWhichNextSalesDoNotEnd() {
    shop.clock.advance(Duration.ofDays(-365));

    assertThat(there(shop.lane.standing().clock()).message(ZoneOffset.UTC, Words.english()))
        .contains("went back: it says 22 Nov 2025 08:30")
        .contains("22 Nov 2026 08:30");
    sell();
    assertThat(shop.lane.standing().clock()).isInstanceOf(ClockAlarm.WentBack.class);
    assertThat(entry(1).id().sequence()).isEqualTo(2);
    assertThat(entry(1).businessDate()).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void aYearOffIsAnAlarmAndALongWeekendIsNot() {
    shop.clock.advance(Duration.ofDays(5));
    @Nullable ClockAlarm afterTheWeekend = shop.lane.standing().clock();
    shop.clock.advance(Duration.ofDays(365));

    assertThat(afterTheWeekend).isNull();
    assertThat(there(shop.lane.standing().clock()).message(ZoneOffset.UTC, Words.english()))
        .contains("370 days after it was last used");
    sell();
    assertThat(shop.lane.standing().clock()).isInstanceOf(ClockAlarm.FarAhead.class);
  }

  @Test
  void theBusinessDateIsTheStoresWhenItsClockIsKnown() {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.clock.advance(Duration.ofDays(365));
    shop.delivery.clockOffset(Duration.ofDays(-365));

    Outcome opened = shop.lane.openDrawer(gbp("100.00"));

    assertThat(there(opened.view().drawer()).businessDate()).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void withoutTheStoreAClockThatWentBackDoesNotTurnTheBusinessDateBack() {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.clock.advance(Duration.ofDays(-365));
    LocalDate announced = shop.lane.standing().nextBusinessDate();

    Outcome opened = shop.lane.openDrawer(gbp("100.00"));

    assertThat(announced).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(there(opened.view().drawer()).businessDate()).isEqualTo(announced);
  }

  @Test
  void aSmallStepBackIsNoAlarm() {
    shop.clock.advance(Duration.ofSeconds(-4));

    assertThat(shop.lane.standing().clock()).isNull();
  }

  private void sell() {
    shop.scan("71053", "1");
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
  }

  private JournalEntry entry(int index) {
    return shop.journal.entries().get(index).entry();
  }
}
