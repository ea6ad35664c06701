package dev.tillbridge.register.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import org.junit.jupiter.api.Test;

/** Cards while training: no terminal is asked, and what the bank still has to be told goes on. */
class PracticeCardTest {

  private final CardShop cards = new CardShop();

  private void train() {
    assertThat(cards.shop.lane.beginTraining()).isInstanceOf(Outcome.Done.class);
    cards.shop.lane.openDrawer(Shop.gbp("20.00"));
  }

  @Test
  void aPracticeCardIsApprovedWithoutTheTerminal() {
    train();
    cards.ring(2);

    cards.pay("");

    var last = Shop.there(cards.view().last());
    assertThat(last.number()).isEqualTo("S01-TRAINING-1");
    assertThat(((Tender.Card) last.tenders().getFirst()).card().scheme())
        .isEqualTo("Practice card");
    assertThat(cards.work).isEmpty();
    assertThat(cards.held()).isEqualTo(Shop.gbp("0.00"));
    assertThat(cards.waiting()).isEmpty();
    assertThat(cards.desk.look()).isFalse();
    assertThat(cards.tickets()).isEmpty();
  }

  @Test
  void aPracticePartGoesBackWithoutTheBank() {
    train();
    cards.ring(2);
    cards.pay("3.00");

    assertThat(cards.shop.lane.giveBack(1)).isInstanceOf(Outcome.Done.class);

    assertThat(cards.view().ticket().tenders()).isEmpty();
    assertThat(cards.desk.look()).isFalse();
    assertThat(cards.bodies(CardEntry.class)).isEmpty();
  }

  @Test
  void aRealReversalGoesOnMeanwhileAndIsInTheRealJournal() {
    cards.ring(2);
    cards.pay("3.00");
    assertThat(((Tender.Card) cards.view().ticket().tenders().getFirst()).card().approval())
        .isEqualTo(CardApproval.ONLINE);
    cards.shop.lane.giveBack(1);
    cards.shop.lane.voidTicket();
    assertThat(cards.waiting()).hasSize(1);
    train();

    cards.lookUntilNothingIsLeft();

    assertThat(cards.view().training()).isTrue();
    assertThat(cards.waiting()).isEmpty();
    assertThat(cards.bodies(CardEntry.Reversed.class)).hasSize(1);
    assertThat(cards.held()).isEqualTo(Shop.gbp("0.00"));
  }

  @Test
  void noTrainingBeginsWhileACardIsAsked() {
    cards.ring(1);
    cards.desk.pay(null);

    assertThat(cards.shop.lane.beginTraining()).isInstanceOf(Outcome.Refused.class);
  }
}
