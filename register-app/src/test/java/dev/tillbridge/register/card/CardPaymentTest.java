package dev.tillbridge.register.card;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.storedvalue.RefundToStoredValue;
import dev.tillbridge.register.storedvalue.SellStoredValue;
import dev.tillbridge.register.storedvalue.WithoutCharge;
import org.junit.jupiter.api.Test;

/** What each answer of the bank does to the ticket. */
class CardPaymentTest {

  private final CardShop it = new CardShop();

  @Test
  void anApprovedPaymentOfAllCompletesTheTicket() {
    it.ring(3);

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.Approved(gbp("15.00")));
    assertThat(it.tickets()).hasSize(1);
    assertThat(it.tickets().getFirst().tenders())
        .singleElement()
        .isInstanceOfSatisfying(
            Tender.Card.class,
            card -> {
              assertThat(card.amount()).isEqualTo(gbp("15.00"));
              assertThat(card.card().approval()).isEqualTo(CardApproval.ONLINE);
              assertThat(card.card().masked()).isEqualTo(BankLine.CARD.masked());
              assertThat(card.card().code()).matches("\\d{6}");
            });
    assertThat(it.held()).isEqualTo(gbp("15.00"));
    assertThat(it.waiting()).isEmpty();
  }

  @Test
  void whatOneTicketWasToldIsNotToldOfTheNext() {
    it.ring(3);
    it.pay("");

    it.ring(1);

    assertThat(it.desk.told()).isEqualTo(new CardTold.Nothing());
  }

  @Test
  void cardAndCashSplitATicketInAnyOrder() {
    it.ring(4);

    it.shop.lane.tenderCash(gbp("3.50"));
    it.pay("10");
    it.shop.lane.tenderCash(gbp("2"));
    it.pay("");

    assertThat(it.tickets().getFirst().tenders().stream().map(Tender::amount))
        .containsExactly(gbp("3.50"), gbp("10.00"), gbp("2.00"), gbp("4.50"));
    assertThat(it.held()).isEqualTo(gbp("14.50"));
  }

  @Test
  void whatIsApprovedInPartLeavesTheRestDue() {
    it.ring(4);
    it.bank.acquirer.script(new Behaviour.ApprovePart(25));

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.PartlyApproved(gbp("5.00"), gbp("15.00")));
    assertThat(it.view().ticket().due()).isEqualTo(gbp("15.00"));
    it.shop.lane.tenderExactCash();
    assertThat(it.tickets()).hasSize(1);
    assertThat(it.held()).isEqualTo(gbp("5.00"));
  }

  @Test
  void aDeclinedPaymentLeavesTheTicketAsItWas() {
    it.ring(2);
    it.bank.acquirer.script(new Behaviour.Decline("51"));

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.Declined(gbp("10.00")));
    assertThat(it.underWay()).isFalse();
    assertThat(it.view().ticket().due()).isEqualTo(gbp("10.00"));
    assertThat(it.waiting()).isEmpty();
  }

  @Test
  void aReferralIsPaidByTheCodeOfTheCall() {
    it.ring(2);
    it.bank.acquirer.script(new Behaviour.Refer());

    CardTold told = it.pay("");
    Outcome code = it.desk.payByCode("A12345");
    it.answer();

    assertThat(told).isEqualTo(new CardTold.CallForCode(gbp("10.00")));
    assertThat(code).isInstanceOf(Outcome.Done.class);
    assertThat(it.tickets().getFirst().tenders().getFirst())
        .isInstanceOfSatisfying(
            Tender.Card.class,
            card -> assertThat(card.card().approval()).isEqualTo(CardApproval.VOICE));
    assertThat(it.held()).isEqualTo(gbp("10.00"));
  }

  @Test
  void aCallNobodyMakesIsGivenUp() {
    it.ring(2);
    it.bank.acquirer.script(new Behaviour.Refer());
    it.pay("");

    boolean took = it.desk.look();
    Outcome cash = it.shop.lane.tenderExactCash();
    Outcome given = it.desk.giveUpCall();

    assertThat(took).isFalse();
    assertThat(((Outcome.Refused) cash).refusal()).isInstanceOf(Refusal.CardAsked.class);
    assertThat(given).isInstanceOf(Outcome.Done.class);
    assertThat(it.shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    assertThat(it.held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void givingBackAnApprovedPaymentTakesItBackAtTheBank() {
    it.ring(4);
    it.pay("12");

    Outcome given = it.shop.lane.giveBack(1);
    it.lookUntilNothingIsLeft();

    assertThat(given).isInstanceOf(Outcome.Done.class);
    assertThat(it.view().ticket().due()).isEqualTo(gbp("20.00"));
    assertThat(it.held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void aReturnIsPaidOutToTheCard() {
    it.shop.kind(TicketKind.RETURN);
    it.ring(2);

    CardTold told = it.pay("");

    assertThat(told).isEqualTo(new CardTold.Approved(gbp("10.00")));
    assertThat(it.tickets().getFirst().tenders().getFirst().amount()).isEqualTo(gbp("-10.00"));
    assertThat(it.held()).isEqualTo(gbp("-10.00"));
  }

  @Test
  void moreThanIsDueIsNotAskedFor() {
    it.ring(1);

    Outcome outcome = it.desk.pay(gbp("5.01"));

    assertThat(((Outcome.Refused) outcome).refusal()).isInstanceOf(Refusal.MoreThanDue.class);
    assertThat(it.work).isEmpty();
  }

  @Test
  void nothingElseIsPaidOrGivenBackWhileACardIsAskedFor() {
    it.ring(3);
    it.shop.lane.tenderCash(gbp("1"));
    it.desk.pay(gbp("5"));

    assertThat(it.shop.lane.tenderExactCash()).isInstanceOf(Outcome.Refused.class);
    assertThat(it.shop.lane.giveBack(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(it.desk.pay(null)).isInstanceOf(Outcome.Refused.class);
    assertThat(it.shop.lane.voidTicket()).isInstanceOf(Outcome.Refused.class);
    it.answer();
    assertThat(it.view().ticket().due()).isEqualTo(gbp("9.00"));
  }

  @Test
  void noStoredValueIsAddedToTheTicketWhileACardIsAskedFor() {
    it.shop.kind(TicketKind.RETURN);
    it.ring(2);
    it.desk.pay(null);

    assertThat(it.shop.lane.carryOut(new RefundToStoredValue(null)).view().refused())
        .isEqualTo(new Refusal.CardAsked(gbp("10.00")));
    assertThat(it.shop.lane.carryOut(new SellStoredValue(null, gbp("3.00"))).view().refused())
        .isEqualTo(new Refusal.CardAsked(gbp("10.00")));
    assertThat(it.shop.lane.carryOut(new WithoutCharge(1)).view().refused())
        .isEqualTo(new Refusal.CardAsked(gbp("10.00")));

    it.answer();
    assertThat(it.tickets()).hasSize(1);
    assertThat(it.held()).isEqualTo(gbp("-10.00"));
  }

  @Test
  void aPaymentNamesNoMoreOfACardThanItsMask() {
    it.ring(1);
    it.pay("");

    CardPayment payment = ((Tender.Card) it.tickets().getFirst().tenders().getFirst()).card();
    assertThat(payment.masked().chars().filter(Character::isDigit).count()).isLessThanOrEqualTo(10);
  }
}
