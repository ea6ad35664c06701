package dev.tillbridge.register.returns;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReturnTest {

  private static final String LANTERN = "85123A"; // 2.55

  private final Shop shop = Shop.open();
  private final SoldTickets tickets = new SoldTickets(shop.journal, () -> shop.lane.state());

  @Test
  void whatWasPaidGoesBackAndNotTodaysPrice() {
    shop.scan(LANTERN, "3");
    shop.lane.overridePrice(1, gbp("2.00"), "shelf");
    Ticket sold = paid();

    done(back(sold, Map.of(1, "2")));
    shop.lane.tenderExactCash();

    Ticket back = there(shop.lane.state().lastTicket());
    assertThat(back.kind()).isEqualTo(TicketKind.RETURN);
    assertThat(back.total()).isEqualTo(gbp("-4.00"));
    TicketLine line = back.lines().getFirst();
    assertThat(there(line.returned()).ticket()).isEqualTo(sold.number());
    assertThat(there(line.returned()).line()).isEqualTo(1);
    assertThat(there(line.returned()).reason()).isEqualTo("too small");
    assertThat(line.tax()).isEqualTo(sold.lines().getFirst().tax());
  }

  @Test
  void aDiscountIsSharedSoThatSinglePiecesAddUpToWhatWasPaid() {
    shop.scan(LANTERN, "3"); // 7.65
    shop.lane.discount(new Discount(1, null, gbp("0.65"), "goodwill"));
    Ticket sold = paid();
    assertThat(sold.lines().getFirst().amount()).isEqualTo(gbp("7.00"));

    for (String share : new String[] {"-2.33", "-2.34", "-2.33"}) {
      done(back(sold, Map.of(1, "1")));
      shop.lane.tenderExactCash();
      assertThat(there(shop.lane.state().lastTicket()).lines().getFirst().amount())
          .isEqualTo(gbp(share));
    }
  }

  @Test
  void aClerkMayTakeBackWhatAManagerSoldCheaper() {
    shop.scan(LANTERN, "1");
    shop.lane.overridePrice(1, gbp("1.00"), "shelf");
    Ticket sold = paid();
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");

    done(back(sold, Map.of(1, "1")));

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("-1.00"));
  }

  @Test
  void moreThanWasSoldIsRefusedAcrossTicketsAndOnTheOpenOne() {
    shop.scan(LANTERN, "3");
    Ticket sold = paid();
    done(back(sold, Map.of(1, "1")));
    shop.lane.tenderExactCash();
    done(back(sold, Map.of(1, "1")));

    Refusal refusal = refused(back(sold, Map.of(1, "2")), ReturnRefusal.TooMuch.class);

    assertThat(refusal.message())
        .isEqualTo(
            "3 of "
                + sold.lines().getFirst().name()
                + " were sold on line 1 of ticket S01-R01-1 and 2 came back already, so 1 may come back, not 2.");
    done(back(sold, Map.of(1, "1")));
    shop.lane.tenderExactCash();
    assertThat(refused(back(sold, Map.of(1, "1")), ReturnRefusal.TooMuch.class).message())
        .contains("all came back already");
  }

  @Test
  void whatCameBackIsStillKnownAfterARestart() {
    shop.scan(LANTERN, "1");
    Ticket sold = paid();
    done(back(sold, Map.of(1, "1")));
    shop.lane.tenderExactCash();

    shop.restart();
    shop.lane.signOn("1001", "1234");

    refused(back(sold, Map.of(1, "1")), ReturnRefusal.TooMuch.class);
  }

  @Test
  void soldAndReturnedOnOneTicketIsAnExchange() {
    shop.scan(LANTERN, "2");
    Ticket sold = paid();

    done(back(sold, Map.of(1, "1")));
    shop.scan(LANTERN, "3");
    shop.lane.tenderExactCash();

    Ticket exchange = there(shop.lane.state().lastTicket());
    assertThat(exchange.kind()).isEqualTo(TicketKind.EXCHANGE);
    assertThat(exchange.total()).isEqualTo(gbp("5.10"));
  }

  @Test
  void anEvenExchangeIsCompletedWithoutMoney() {
    shop.scan(LANTERN, "1");
    Ticket sold = paid();

    done(back(sold, Map.of(1, "1")));
    shop.scan(LANTERN, "1");
    done(shop.lane.tenderExactCash());

    Ticket exchange = there(shop.lane.state().lastTicket());
    assertThat(exchange.kind()).isEqualTo(TicketKind.EXCHANGE);
    assertThat(exchange.total()).isEqualTo(gbp("0.00"));
    assertThat(exchange.tenders()).isEmpty();
  }

  @Test
  void aLineFromAReceiptCannotBeChangedButVoided() {
    shop.scan(LANTERN, "2");
    Ticket sold = paid();
    done(back(sold, Map.of(1, "1")));

    refused(shop.lane.changeQuantity(1, BigDecimal.TWO), Refusal.AsOnReceipt.class);
    refused(shop.lane.overridePrice(1, gbp("9.00"), "x"), Refusal.AsOnReceipt.class);
    done(shop.lane.voidLine(1));
    done(back(sold, Map.of(1, "2")));
  }

  @Test
  void reasonsLinesAndQuantitiesAreLookedAt() {
    shop.scan(LANTERN, "2");
    Ticket sold = paid();

    refused(
        shop.lane.carryOut(new BringBack(sold, quantities(Map.of(1, "1")), " ")),
        ReturnRefusal.NoReason.class);
    refused(back(sold, Map.of()), ReturnRefusal.NothingChosen.class);
    refused(back(sold, Map.of(2, "1")), ReturnRefusal.NoSuchLine.class);
    refused(back(sold, Map.of(1, "0.5")), ReturnRefusal.TooFine.class);
    refused(back(sold, Map.of(1, "0")), ReturnRefusal.TooFine.class);
    done(back(sold, Map.of(1, "1")));
    shop.lane.tenderExactCash();
    Ticket back = there(shop.lane.state().lastTicket());
    refused(back(back, Map.of(1, "1")), ReturnRefusal.CameBack.class);
  }

  @Test
  void withoutAReceiptAManagerSaysWhy() {
    refused(shop.lane.carryOut(new BlindReturn("")), ReturnRefusal.NoReason.class);
    done(shop.lane.carryOut(new BlindReturn("no receipt, damaged")));
    shop.scan(LANTERN, "1");
    shop.lane.tenderExactCash();

    TicketLine line = there(shop.lane.state().lastTicket()).lines().getFirst();
    assertThat(there(line.returned()).ticket()).isNull();
    assertThat(there(line.returned()).reason()).isEqualTo("no receipt, damaged");

    shop.scan(LANTERN, "1");
    assertThat(shop.lane.view().ticket().lines().getFirst().returned()).isNull();
  }

  @Test
  void withoutAReceiptAClerkIsRefused() {
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");

    done(shop.lane.carryOut(new BlindReturn("damaged")));

    Refusal refusal = refused(shop.scan(LANTERN, "2"), ReturnRefusal.NotWithoutReceipt.class);

    assertThat(refusal.message())
        .startsWith(
            "Goods without a receipt are taken back by a manager, and Ben is none: GBP 5.10 for 2 x ");
    assertThat(shop.lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void aManagerAllowsItInPlaceAndTheClerkGoesOn() {
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");
    done(shop.lane.carryOut(new BlindReturn("damaged")));
    refused(shop.scan(LANTERN, "1"), ReturnRefusal.NotWithoutReceipt.class);

    assertThat(shop.lane.approve("1001", "1234")).isInstanceOf(Outcome.Done.class);

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("-2.55"));
    assertThat(there(shop.lane.view().operator()).id()).isEqualTo("1002");
    assertThat(shop.journal.entries())
        .extracting(stored -> stored.entry().body())
        .filteredOn(Noted.class::isInstance)
        .extracting(body -> ((Noted) body).what(), body -> ((Noted) body).approvedBy())
        .containsExactly(tuple(Noted.What.REFUSED, null), tuple(Noted.What.OVERRIDDEN, "1001"));
  }

  @Test
  void anyTicketOfThisRegistersJournalIsFoundByItsNumber() {
    for (int i = 0; i < 230; i++) {
      shop.scan(LANTERN, "1");
      shop.lane.tenderExactCash();
    }

    assertThat(tickets.find("s01-r01-3").orElseThrow().ticket().number()).isEqualTo("S01-R01-3");
    assertThat(tickets.find(" S01-R01-230 ").orElseThrow().ticket().number())
        .isEqualTo("S01-R01-230");
    assertThat(tickets.find("S01-R01-231")).isEmpty();
    assertThat(tickets.find("S01-R02-1")).isEmpty();
    assertThat(tickets.find("lantern")).isEmpty();
  }

  @Test
  void aReceiptScannedAmongTheItemsSaysWhereItBelongs() {
    Refusal refusal = refused(shop.scan("S01-R01-1", "1"), Refusal.ReceiptScanned.class);

    assertThat(refusal.message()).contains("Return (F6)");
  }

  private Ticket paid() {
    shop.lane.tenderExactCash();
    return there(shop.lane.state().lastTicket());
  }

  private Outcome back(Ticket sold, Map<Integer, String> quantities) {
    return shop.lane.carryOut(new BringBack(sold, quantities(quantities), "too small"));
  }

  private static TreeMap<Integer, BigDecimal> quantities(Map<Integer, String> given) {
    TreeMap<Integer, BigDecimal> quantities = new TreeMap<>();
    given.forEach((line, quantity) -> quantities.put(line, new BigDecimal(quantity)));
    return quantities;
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Refusal refused(Outcome outcome, Class<? extends Refusal> why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(why);
    return refusal;
  }
}
