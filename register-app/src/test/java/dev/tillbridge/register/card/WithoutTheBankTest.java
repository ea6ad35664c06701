package dev.tillbridge.register.card;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.card.CardTold.Why;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is taken while the bank does not answer, up to which limits, and what becomes of it. */
class WithoutTheBankTest {

  private final CardShop it = new CardShop();

  @Test
  void aReturnIsNotPaidOutWithoutTheBank() {
    it.shop.kind(TicketKind.RETURN);
    it.ring(1);
    it.bank.acquirer.setOutage(true);

    assertThat(it.pay("")).isEqualTo(new CardTold.NotPossible(gbp("5.00"), Why.REFUND));
    assertThat(it.tickets()).isEmpty();
  }

  @Test
  void withoutTheBankUpToTheFloorLimitIsTakenAndSentLater() {
    it.ring(10);
    it.bank.acquirer.setOutage(true);

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.TakenWithoutBank(gbp("50.00")));
    assertThat(it.waiting()).hasSize(1);
    assertThat(it.held()).isEqualTo(gbp("0.00"));
    it.bank.acquirer.setOutage(false);
    it.lookUntilNothingIsLeft();
    assertThat(it.held()).isEqualTo(gbp("50.00"));
    assertThat(it.bodies(CardEntry.Forwarded.class))
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.ticket()).isEqualTo(it.tickets().getFirst().number());
          assertThat(sent.code()).matches("\\d{6}");
        });
  }

  @Test
  void aLateDeclineIsRecordedWithItsReason() {
    it.ring(2);
    it.bank.acquirer.setOutage(true);
    it.pay("");
    it.bank.acquirer.setOutage(false);
    it.bank.acquirer.script(new Behaviour.Decline("51"));

    it.lookUntilNothingIsLeft();

    assertThat(it.bodies(CardEntry.Forwarded.class).getFirst().reason()).contains("51");
    assertThat(it.waiting()).isEmpty();
    assertThat(it.held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void aStoredPaymentApprovedInPartGoesBackAndCountsAsDeclined() {
    it.ring(2);
    it.bank.acquirer.setOutage(true);
    it.pay("");
    it.bank.acquirer.setOutage(false);
    it.bank.acquirer.script(new Behaviour.ApprovePart(50));

    it.lookUntilNothingIsLeft();

    assertThat(it.bodies(CardEntry.Forwarded.class).getFirst().reason()).contains("5.00");
    assertThat(it.held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void theFloorLimitIsOfAWholeTicket() {
    it.ring(11);
    it.bank.acquirer.setOutage(true);

    CardTold all = it.pay("");
    CardTold most = it.pay("40");
    CardTold more = it.pay("10.01");

    assertThat(all).isEqualTo(new CardTold.NotPossible(gbp("55.00"), Why.FLOOR_LIMIT));
    assertThat(most).isEqualTo(new CardTold.TakenWithoutBank(gbp("40.00")));
    assertThat(more).isEqualTo(new CardTold.NotPossible(gbp("10.01"), Why.FLOOR_LIMIT));
  }

  @Test
  void onlySoManyWaitForTheBank() {
    it.bank.acquirer.setOutage(true);
    for (int i = 0; i < CardShop.RULES.storedMax(); i++) {
      it.ring(1);
      it.pay("");
    }
    it.ring(1);

    assertThat(it.pay("")).isEqualTo(new CardTold.NotPossible(gbp("5.00"), Why.STORED_NUMBER));
  }

  @Test
  void onlySoMuchWaitsForTheBank() {
    it.bank.acquirer.setOutage(true);
    it.ring(10);
    it.pay("");
    it.ring(10);
    it.pay("");
    it.ring(5);

    assertThat(it.pay("")).isEqualTo(new CardTold.NotPossible(gbp("25.00"), Why.STORED_AMOUNT));
    assertThat(it.pay("20")).isEqualTo(new CardTold.TakenWithoutBank(gbp("20.00")));
  }

  @Test
  void nothingMoreIsTakenOnceTheOldestHasWaitedTooLong() {
    it.bank.acquirer.setOutage(true);
    it.ring(1);
    it.pay("");
    it.shop.clock.advance(Duration.ofHours(24).plusMillis(1));
    it.ring(1);

    assertThat(it.pay("")).isEqualTo(new CardTold.NotPossible(gbp("5.00"), Why.STORED_AGE));
  }

  @Test
  void withoutACardNothingIsTakenWithoutTheBank() {
    it.ring(1);
    it.bank.noCard = true;

    assertThat(it.pay("")).isEqualTo(new CardTold.NotPossible(gbp("5.00"), Why.NO_CARD));
  }

  @Test
  void aStoredPaymentGivenBackBeforeItIsRecordedIsNeverSent() {
    it.ring(2);
    it.bank.acquirer.setOutage(true);
    it.pay("4");

    it.shop.lane.giveBack(1);
    it.shop.lane.tenderExactCash();
    it.bank.acquirer.setOutage(false);
    it.lookUntilNothingIsLeft();

    assertThat(it.waiting()).isEmpty();
    assertThat(it.bank.acquirer.book().entries()).isEmpty();
  }

  @Test
  void aBankThatKeepsSilentIsNotAskedAtEveryTicket() {
    for (int i = 0; i < GuardedTerminal.CALLS_MIN; i++) {
      it.ring(1);
      it.bank.acquirer.script(new Behaviour.LoseRequest());
      it.pay("");
      it.shop.lane.tenderExactCash();
    }
    int before = it.bank.asked;
    it.ring(1);

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.NotPossible(gbp("5.00"), Why.NO_CARD));
    assertThat(it.bank.asked).isEqualTo(before);
  }
}
