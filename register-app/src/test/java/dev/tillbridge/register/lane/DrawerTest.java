package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DrawerTest {

  private final Shop shop = Shop.open();

  @Test
  void theBusinessDateStaysWhenTheClockPassesMidnight() {
    shop.clock.advance(Duration.ofHours(20));
    shop.scan("71053", "1");
    shop.lane.tenderExactCash();

    assertThat(shop.journal.entries().getLast().entry().businessDate())
        .isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(there(shop.lane.view().drawer()).businessDate())
        .isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void theNextSessionTakesTheDayInTheShopsZone() {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.clock.advance(Duration.ofHours(16));

    Outcome outcome = shop.lane.openDrawer(gbp("50.00"));

    assertThat(there(outcome.view().drawer()).session()).isEqualTo(2);
    assertThat(there(outcome.view().drawer()).businessDate()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(there(outcome.view().drawer()).cash()).isEqualTo(gbp("50.00"));
  }

  @Test
  void closingRecordsWhatWasExpectedAndCounted() {
    shop.scan("71053", "1");
    shop.lane.tenderCash(gbp("5.00"));

    Outcome outcome = shop.lane.closeDrawer(gbp("103.00"));

    assertThat(outcome.view().drawer()).isNull();
    assertThat(outcome.view().reading()).isNull();
    EntryBody.DrawerClosed closed =
        (EntryBody.DrawerClosed) shop.journal.entries().getLast().entry().body();
    assertThat(closed.expectedCash()).isEqualTo(gbp("103.39"));
    assertThat(closed.countedCash()).isEqualTo(gbp("103.00"));
    assertThat(closed.overShort()).isEqualTo(gbp("-0.39"));
  }

  @Test
  void aSessionsFiguresStartAtZero() {
    shop.scan("71053", "1");
    shop.lane.tenderExactCash();
    shop.lane.closeDrawer(gbp("103.39"));

    Outcome outcome = shop.lane.openDrawer(gbp("20.00"));

    assertThat(there(outcome.view().reading()).tickets()).isZero();
    assertThat(there(outcome.view().reading()).cashInDrawer()).isEqualTo(gbp("20.00"));
  }
}
