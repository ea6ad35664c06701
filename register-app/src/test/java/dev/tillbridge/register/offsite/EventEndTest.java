package dev.tillbridge.register.offsite;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How an event ends, by hand and by itself. */
class EventEndTest extends AtTheFair {

  @Test
  void afterTheEndNothingOfItCanBeRung() {
    selling();
    shop.scan("HOT1", "1");
    shop.lane.tenderExactCash();
    closeDrawer();

    assertThat(shop.lane.carryOut(new EndOffsite())).isInstanceOf(Outcome.Done.class);
    shop.lane.openDrawer(gbp("100.00"));

    assertThat(said(shop.scan("HOT1", "1"))).contains("\"HOT1\" is not in price book 7");
    shop.scan("85123A", "1");
    shop.lane.tenderExactCash();
    assertThat(lastTicket().total()).isEqualTo(gbp("2.55"));
    assertThat(lastTicket().event()).isNull();
  }

  @Test
  void itEndsByItselfWhenItsDaysArePastAndItsDrawerIsCounted() {
    selling();
    shop.scan("HOT1", "1");
    shop.lane.tenderExactCash();
    shop.clock.advance(Duration.ofDays(2).plusHours(21)); // 05:30 after the last day
    assertThat(shop.scan("HOT1", "1")).isInstanceOf(Outcome.Done.class);
    shop.lane.tenderExactCash();
    shop.clock.advance(Duration.ofHours(1));
    assertThat(said(shop.scan("HOT1", "1"))).contains("was over on 2026-11-24");

    closeDrawer();
    shop.lane.openDrawer(gbp("100.00"));

    assertThat(event()).isNull();
    var ended =
        shop.journal.entries().stream()
            .map(stored -> stored.entry())
            .filter(entry -> entry.body() instanceof OffsiteEntry.Ended)
            .toList();
    assertThat(ended).hasSize(1);
    assertThat(ended.getFirst().operator()).isEqualTo("register");
    assertThat(shop.scan("HOT1", "1")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void itEndsByItselfWhileNobodyIsThere() {
    start(LIST);
    shop.clock.advance(Duration.ofDays(3));

    shop.lane.lookAround();

    assertThat(event()).isNull();
    assertThat(shop.journal.entries().getLast().entry().body())
        .isInstanceOf(OffsiteEntry.Ended.class);
  }

  @Test
  void noDrawerOpensUntilItsEndIsRecorded() {
    start(LIST);
    shop.clock.advance(Duration.ofDays(3));
    shop.journal.failNextAppend(Fault.FULL);

    assertThat(said(shop.lane.openDrawer(gbp("100.00")))).contains("could not be recorded");
    assertThat(shop.lane.view().drawer()).isNull();
    assertThat(shop.lane.openDrawer(gbp("100.00"))).isInstanceOf(Outcome.Done.class);
    assertThat(event()).isNull();
  }

  @Test
  void aDrawerSetAsideIsCountedBeforeItEndsByItself() {
    selling();
    shop.lane.carryOut(new SetAside());
    shop.clock.advance(Duration.ofDays(4));

    assertThat(said(shop.lane.openDrawer(gbp("100.00")))).contains("Drawer 1", "set aside");
    shop.lane.carryOut(new TakeUp(1));
    closeDrawer();
    assertThat(shop.lane.openDrawer(gbp("100.00"))).isInstanceOf(Outcome.Done.class);
    assertThat(event()).isNull();
  }
}
