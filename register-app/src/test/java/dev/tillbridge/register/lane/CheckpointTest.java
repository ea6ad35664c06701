package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.register.projection.JournalDisagrees;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  private final Shop shop = Shop.open();

  @Test
  void itCarriesWhatTheEntriesBeforeItMean() {
    sell(3);
    shop.scan("71053", "1");
    shop.lane.voidTicket();

    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out

    EntryBody.Checkpoint checkpoint = (EntryBody.Checkpoint) lastEntry().body();
    assertThat(checkpoint.drawerSession()).isEqualTo(1);
    assertThat(checkpoint.lastTicket()).isEqualTo(3);
    assertThat(checkpoint.tickets()).isEqualTo(3);
    assertThat(checkpoint.ticketEnded()).isEqualTo(5);
    assertThat(checkpoint.total()).isEqualTo(gbp("10.17"));
    assertThat(there(checkpoint.session()).salesTotal()).isEqualTo(gbp("10.17"));
    assertThat(there(checkpoint.session()).voids()).isEqualTo(1);
  }

  @Test
  void theOpenTicketAndWhatWasSaidStayAsTheyAre() {
    shop.scan("71053", "2");
    shop.scan("99999", "1");
    LaneView before = shop.lane.view();

    shop.lane.checkpoint();

    assertThat(shop.lane.view().ticket()).isEqualTo(before.ticket());
    assertThat(shop.lane.view().refusal()).isEqualTo(before.refusal());
    assertThat(shop.lane.view().command()).isEqualTo(before.command());
    assertThat(shop.restart().view().ticket()).isEqualTo(before.ticket());
  }

  @Test
  void nobodyNeedBeSignedOnAndTheDrawerMayBeClosed() {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.lane.signOff();

    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out

    assertThat(lastEntry().operator()).isEqualTo("register");
    assertThat(lastEntry().businessDate()).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void itIsTheSignedOnOperatorsAndOfTheSessionsDate() {
    shop.clock.advance(java.time.Duration.ofHours(20));

    shop.lane.checkpoint();

    assertThat(lastEntry().operator()).isEqualTo("1001");
    assertThat(lastEntry().businessDate()).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void noneIsWrittenWhileAWriteIsInDoubt() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    shop.lane.tenderExactCash();
    shop.journal.unreadable(false);

    assertThat(shop.lane.checkpoint()).isFalse();

    assertThat(shop.journal.entries()).hasSize(2);
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out
    assertThat(shop.journal.entries()).hasSize(3);
  }

  @Test
  void oneWhoseOutcomeIsUnknownIsSettledBeforeTheNextSale() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    shop.lane.checkpoint();
    shop.journal.unreadable(false);

    Outcome outcome = shop.lane.tenderExactCash();

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(there(outcome.view().last()).number()).isEqualTo("S01-R01-1");
    assertThat(shop.journal.entries()).hasSize(3);
  }

  @Test
  void aFullJournalRefusesItAndNothingElseHappens() {
    shop.journal.failNextAppend(Fault.FULL);

    assertThat(shop.lane.checkpoint()).isFalse();

    assertThat(shop.lane.view().refusal()).isNull();
    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out
  }

  @Test
  void theLaneGoesOnFromItWhenEverythingBeforeIsGone() {
    sell(3);
    shop.lane.checkpoint();
    LaneView before = shop.lane.view();
    shop.journal.letGo(4);

    shop.restart();

    assertThat(shop.journal.entries()).hasSize(1);
    assertThat(shop.lane.view().reading()).isEqualTo(before.reading());
    assertThat(shop.lane.view().drawer()).isEqualTo(before.drawer());
    assertThat(shop.lane.view().last()).isNull();
    shop.lane.signOn("1001", "1234");
    sell(1);
    assertThat(there(shop.lane.view().last()).number()).isEqualTo("S01-R01-4");
  }

  @Test
  void aJournalWithoutItsBeginningAndWithoutACheckpointStopsTheStart() {
    sell(3);
    shop.journal.letGo(2);

    assertThatThrownBy(shop::restart)
        .isInstanceOf(JournalDisagrees.class)
        .hasMessageContaining("begins at entry 3 and holds no checkpoint")
        .hasMessageContaining("empty data directory");
  }

  private void sell(int tickets) {
    for (int i = 0; i < tickets; i++) {
      shop.scan("71053", "1");
      shop.lane.tenderExactCash();
    }
  }

  private JournalEntry lastEntry() {
    return shop.journal.entries().getLast().entry();
  }
}
