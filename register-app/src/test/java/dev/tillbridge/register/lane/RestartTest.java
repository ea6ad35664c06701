package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.ticket.TicketKind;
import org.junit.jupiter.api.Test;

class RestartTest {

  private final Shop shop = Shop.open();

  @Test
  void theOpenTicketComesBackAsItWas() {
    shop.kind(TicketKind.RETURN);
    shop.lane.reference("C536379");
    shop.scan("71053", "2");
    shop.scan("22752", "1");
    shop.lane.overridePrice(2, gbp("7.00"), "as invoiced");
    LaneView.Open before = shop.lane.view().ticket();

    shop.restart();

    assertThat(shop.lane.view().ticket()).isEqualTo(before);
    assertThat(shop.lane.view().operator()).isNull();
  }

  @Test
  void theRestoredTicketIsFinishedAfterSigningOnAgain() {
    shop.scan("71053", "2");
    shop.restart();
    shop.lane.signOn("1001", "1234");

    Outcome outcome = shop.lane.tenderCash(gbp("10.00"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(there(outcome.view().last()).number()).isEqualTo("S01-R01-1");
  }

  @Test
  void aTicketWhoseRemovalWasLostIsNotRungTwice() {
    shop.openTickets.forgetRemovals = true;
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();

    shop.restart();

    assertThat(shop.openTickets.saved).isPresent();
    assertThat(shop.lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void aTicketStoredByAWriteOfUnknownOutcomeIsNotRungTwice() {
    shop.scan("71053", "2");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    shop.lane.tenderExactCash();
    shop.journal.unreadable(false);

    shop.restart();

    assertThat(shop.lane.view().ticket().lines()).isEmpty();
    assertThat(there(shop.lane.view().last()).number()).isEqualTo("S01-R01-1");
  }

  @Test
  void aTicketNotStoredByAWriteOfUnknownOutcomeComesBack() {
    shop.scan("71053", "2");
    shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);
    shop.lane.tenderExactCash();

    shop.restart();

    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void aVoidedTicketDoesNotComeBack() {
    shop.openTickets.forgetRemovals = true;
    shop.scan("71053", "2");
    shop.lane.voidTicket();

    shop.restart();

    assertThat(shop.lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void aSecondTicketAfterALostRemovalComesBack() {
    shop.openTickets.forgetRemovals = true;
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();
    shop.scan("22752", "1");

    shop.restart();

    assertThat(shop.lane.view().ticket().lines())
        .extracting(l -> l.item())
        .containsExactly("22752");
  }

  @Test
  void drawerReadingAndNumbersComeBackFromTheJournal() {
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();
    shop.scan("22752", "1");
    shop.lane.voidTicket();
    LaneView before = shop.lane.view();

    LaneView after = shop.restart().view();

    assertThat(after.reading()).isEqualTo(before.reading());
    assertThat(after.drawer()).isEqualTo(before.drawer());
    assertThat(after.journal()).isEqualTo(before.journal());
    shop.lane.signOn("1001", "1234");
    shop.scan("71053", "1");
    assertThat(there(shop.lane.tenderExactCash().view().last()).number()).isEqualTo("S01-R01-2");
  }
}
