package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders: their deposits, picking up and cancelling. */
class OrderTest extends AtOneLane {

  @Test
  void anOrderTakesADepositAndIsPickedUpWithTheRest() {
    shop.scan("22752", "2");
    done(Begin.order("Mr Ek", TODAY.plusDays(10), gbp("5.00")));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("5.00"));
    shop.lane.tenderCash(gbp("10.00"));
    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));

    done(new PickUp(D1));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("10.30"));
    shop.lane.tenderExactCash();

    Ticket pickedUp = tickets().getLast();
    assertThat(pickedUp.tenders())
        .containsExactly(new Tender.Deposit(gbp("5.00"), D1), new Tender.Cash(gbp("10.30")));
    assertThat(open()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("115.30"));
  }

  @Test
  void aDepositStaysOnThePickUpAndVoidingItLeavesTheOrderOpen() {
    order("5.00");
    done(new PickUp(D1));

    assertThat(shop.lane.giveBack(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().refusal()).contains("GBP 5.00 were paid on S01-R01-D1 before");
    assertThat(shop.lane.voidTicket()).isInstanceOf(Outcome.Done.class);

    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void aPickUpRestoredAfterAPowerCutStillHasItsDeposit() {
    order("5.00");
    done(new PickUp(D1));

    restart();

    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("10.30"));
    shop.lane.tenderExactCash();
    assertThat(open()).isEmpty();
  }

  @Test
  void anOrderPaidInFullIsCompleteAtOnceWhenItIsPickedUp() {
    order("15.30");

    done(new PickUp(D1));

    assertThat(tickets().getLast().tenders()).containsExactly(new Tender.Deposit(gbp("15.30"), D1));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "UNKNOWN_NOT_STORED"})
  void aPickUpThatIsNotInTheJournalLeavesTheOrderOpenWithItsDeposit(Fault fault) {
    order("15.30");
    shop.journal.failNextAppend(fault);

    assertThat(shop.lane.carryOut(new PickUp(D1))).isInstanceOf(Outcome.Refused.class);

    assertThat(open().getFirst().paid()).isEqualTo(gbp("15.30"));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void anOrderIsCancelledAndItsDepositPaidBackWhole() {
    order("5.00");

    done(new Cancel(D1));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("-5.00"));
    shop.lane.tenderExactCash();

    assertThat(open()).isEmpty();
    assertThat(tickets().getLast().document())
        .isEqualTo(new DocumentStep(D1, DocumentState.CANCELLED));
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("100.00"));
  }
}
