package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import org.junit.jupiter.api.Test;

class SplitTenderTest {

  private final Shop shop = Shop.open();

  @Test
  void cashThatIsNotEnoughIsAPartOfThePayment() {
    shop.scan("85123A", "6");
    shop.lane.tenderCash(gbp("10.00"));

    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("5.30"));
    assertThat(shop.journal.entries()).hasSize(1);
    shop.lane.tenderCash(gbp("6.00"));

    Ticket ticket = lastTicket();
    assertThat(ticket.tenders())
        .containsExactly(new Tender.Cash(gbp("10.00")), new Tender.Cash(gbp("6.00")));
    assertThat(ticket.change()).isEqualTo(gbp("0.70"));
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("115.30"));
  }

  @Test
  void aPartPaymentSurvivesAPowerCut() {
    shop.scan("85123A", "6");
    shop.lane.tenderCash(gbp("10.00"));

    shop.restart();

    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("5.30"));
    shop.lane.signOn("1001", "1234");
    shop.lane.tenderExactCash();
    assertThat(lastTicket().total()).isEqualTo(gbp("15.30"));
  }

  @Test
  void onlyCashHasChange() {
    shop.scan("85123A", "6");

    Outcome outcome = pay(new Tender.StoredValue(gbp("20.00"), StoredValueKind.GIFT, "G1", false));

    assertThat(((Outcome.Refused) outcome).refusal()).isInstanceOf(Refusal.MoreThanDue.class);
    pay(new Tender.StoredValue(gbp("15.00"), StoredValueKind.GIFT, "G1", false));
    shop.lane.tenderCash(gbp("1.00"));
    assertThat(lastTicket().change()).isEqualTo(gbp("0.70"));
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("100.30"));
  }

  @Test
  void goodsOfBothDirectionsAreAnExchange() {
    shop.scan("85123A", "6");
    shop.kind(TicketKind.RETURN);
    shop.scan("71053", "1");

    shop.lane.tenderExactCash();

    assertThat(lastTicket().kind()).isEqualTo(TicketKind.EXCHANGE);
    assertThat(lastTicket().total()).isEqualTo(gbp("11.91"));
  }

  @Test
  void anEvenExchangeNeedsNoPayment() {
    shop.scan("71053", "1");
    shop.kind(TicketKind.RETURN);
    shop.scan("71053", "1");

    shop.lane.tenderExactCash();

    assertThat(lastTicket().kind()).isEqualTo(TicketKind.EXCHANGE);
    assertThat(lastTicket().tenders()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("100.00"));
  }

  @Test
  void whatIsNoGoodsIsPaidForOnATicketToo() {
    shop.lane.carryOut(till ->
        till.change(ticket ->
            ticket.stating(
                ticket
                    .particulars()
                    .charging(
                        new Charge.StoredValueSold(
                            gbp("25.00"), StoredValueKind.GIFT, "G1", false)))));

    shop.lane.tenderCash(gbp("30.00"));

    assertThat(lastTicket().lines()).isEmpty();
    assertThat(lastTicket().charged()).isEqualTo(gbp("25.00"));
    assertThat(shop.lane.state().open().storedValues().getFirst().issued()).isEqualTo(gbp("25.00"));
    assertThat(there(shop.lane.view().reading()).net()).isEqualTo(gbp("0.00"));
    assertThat(there(shop.lane.view().reading()).total()).isEqualTo(gbp("25.00"));
  }

  @Test
  void exemptGoodsLoseTheTaxThatTheirPriceIncludes() {
    shop.scan("85123A", "6");
    var before = shop.lane.view().ticket();

    shop.lane.carryOut(
        till -> till.change(t -> t.stating(t.particulars().exempt("Certificate 12"))));
    shop.lane.tenderExactCash();

    assertThat(before.tax().isPositive()).isTrue();
    assertThat(lastTicket().tax()).isEqualTo(gbp("0.00"));
    assertThat(lastTicket().total()).isEqualTo(before.net());
  }

  private Outcome pay(Tender tender) {
    return shop.lane.carryOut(till -> till.pay(tender));
  }

  private Ticket lastTicket() {
    return ((EntryBody.TicketCompleted) shop.journal.entries().getLast().entry().body()).ticket();
  }
}
