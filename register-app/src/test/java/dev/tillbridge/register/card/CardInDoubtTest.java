package dev.tillbridge.register.card;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.register.card.CardTold.Why;
import dev.tillbridge.register.lane.Outcome;
import org.junit.jupiter.api.Test;

/** Payments that nobody knows of, that are cut short, or that the disk does not take. */
class CardInDoubtTest {

  private final CardShop it = new CardShop();

  @Test
  void thePaymentIsOnDiskBeforeTheTerminalIsAsked() {
    it.ring(1);

    it.desk.pay(null);

    assertThat(it.bank.asked).isZero();
    assertThat(it.shop.openTickets.saved.orElseThrow().ticket().card())
        .isEqualTo(it.view().ticket().card())
        .isNotNull();
    assertThat(it.desk.told()).isInstanceOf(CardTold.Asking.class);
  }

  @Test
  void aPaymentThatCannotBeKeptSafeIsNotAskedFor() {
    it.ring(1);
    it.shop.openTickets.diskFull = true;

    Outcome outcome = it.desk.pay(null);
    it.answer();

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(it.bank.asked).isZero();
    assertThat(it.underWay()).isFalse();
  }

  @Test
  void whatNobodyKnowsIsTakenBackAndTheTicketGoesOn() {
    it.ring(2);
    it.bank.acquirer.script(new Behaviour.LoseAnswer());

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.NotPossible(gbp("10.00"), Why.UNKNOWN));
    assertThat(it.held()).isEqualTo(gbp("10.00"));
    assertThat(it.bodies(CardEntry.ReversalDue.class)).hasSize(1);
    assertThat(it.shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    it.lookUntilNothingIsLeft();
    assertThat(it.held()).isEqualTo(gbp("0.00"));
    assertThat(it.bodies(CardEntry.Reversed.class)).hasSize(1);
  }

  @Test
  void aReversalWaitsForTheBankAcrossARestart() {
    it.ring(2);
    it.bank.acquirer.script(new Behaviour.LoseAnswer());
    it.pay("");
    it.bank.acquirer.setOutage(true);
    it.desk.look();

    it.restart();
    boolean inVain = it.desk.look();
    it.bank.acquirer.setOutage(false);
    it.lookUntilNothingIsLeft();

    assertThat(inVain).isFalse();
    assertThat(it.held()).isEqualTo(gbp("0.00"));
    assertThat(it.waiting()).isEmpty();
  }

  @Test
  void aPaymentUnderWayAtARestartIsTakenBack() {
    it.ring(2);
    it.bank.cutAfterDecision();
    it.desk.pay(null);
    try {
      it.answer();
    } catch (PowerCut cut) {
      it.restart();
    }

    assertThat(it.held()).isEqualTo(gbp("10.00"));
    assertThat(it.underWay()).isTrue();
    it.lookUntilNothingIsLeft();

    assertThat(it.held()).isEqualTo(gbp("0.00"));
    assertThat(it.underWay()).isFalse();
    assertThat(it.view().ticket().due()).isEqualTo(gbp("10.00"));
  }

  @Test
  void anApprovalThatCannotBeRecordedStaysPaidOnTheTicket() {
    it.ring(2);
    it.desk.pay(null);
    it.shop.journal.failNextAppend(Fault.FULL);

    it.answer();

    assertThat(it.desk.told()).isInstanceOf(CardTold.NotTakenDown.class);
    assertThat(it.view().ticket().due()).isEqualTo(gbp("0.00"));
    it.restart();
    it.lookUntilNothingIsLeft();
    assertThat(it.shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    assertThat(it.tickets()).hasSize(1);
    assertThat(it.held()).isEqualTo(gbp("10.00"));
  }

  @Test
  void anApprovalWhoseRecordIsInDoubtIsPaidOnce() {
    it.ring(2);
    it.desk.pay(null);
    it.shop.journal.failNextAppend(Fault.UNKNOWN_STORED);

    it.answer();
    it.lookUntilNothingIsLeft();
    it.shop.lane.tenderExactCash();

    assertThat(it.tickets()).hasSize(1);
    assertThat(it.held()).isEqualTo(gbp("10.00"));
    assertThat(it.bodies(CardEntry.ReversalDue.class)).isEmpty();
  }
}
