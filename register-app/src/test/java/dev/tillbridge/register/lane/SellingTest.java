package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SellingTest {

  private final Shop shop = Shop.open();

  @Test
  void aScannedItemIsRungAtTheBooksPrice() {
    Outcome outcome = shop.lane.scan(Scan.of("5071053"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    LaneView.Open ticket = outcome.view().ticket();
    assertThat(ticket.lines()).hasSize(1);
    assertThat(ticket.lines().getFirst().item()).isEqualTo("71053");
    assertThat(ticket.lines().getFirst().scanned()).isEqualTo("5071053");
    assertThat(ticket.total()).isEqualTo(gbp("3.39"));
    assertThat(ticket.priceBook()).isEqualTo(7);
  }

  @Test
  void quantityMultipliesThePrice() {
    Outcome outcome = shop.scan("85123A", "6");

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("15.30"));
  }

  @Test
  void aWeighedQuantityIsRoundedHalfUp() {
    Outcome outcome = shop.scan("71053", "0.250");

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("0.85"));
    assertThat(outcome.view().ticket().lines().getFirst().quantity())
        .isEqualTo(new BigDecimal("0.25"));
  }

  @Test
  void cashCompletesTheTicketAndGivesChange() {
    shop.scan("85123A", "6");

    Outcome outcome = shop.lane.tenderCash(gbp("20.00"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    LaneView.Last last = lastOf(outcome);
    assertThat(last.number()).isEqualTo("S01-R01-1");
    assertThat(last.total()).isEqualTo(gbp("15.30"));
    assertThat(last.change()).isEqualTo(gbp("4.70"));
    assertThat(last.sequence()).isEqualTo(2);
    assertThat(last.hash()).isEqualTo(outcome.view().journal().head());
    assertThat(outcome.view().ticket().lines()).isEmpty();
    assertThat(there(outcome.view().drawer()).cash()).isEqualTo(gbp("115.30"));
  }

  @Test
  void theCompletedTicketIsInTheJournal() {
    shop.lane.reference("536365");
    shop.scan("85123A", "6");
    shop.lane.tenderExactCash();

    Ticket ticket =
        ((EntryBody.TicketCompleted) shop.journal.entries().getLast().entry().body()).ticket();

    assertThat(ticket.number()).isEqualTo("S01-R01-1");
    assertThat(ticket.reference()).isEqualTo("536365");
    assertThat(ticket.priceBook()).isEqualTo(7);
    assertThat(ticket.total()).isEqualTo(gbp("15.30"));
    assertThat(ticket.change()).isEqualTo(gbp("0.00"));
    assertThat(shop.journal.entries().getLast().entry().operator()).isEqualTo("1001");
  }

  @Test
  void ticketNumbersCountOn() {
    for (int i = 1; i <= 3; i++) {
      shop.scan("71053", "1");
      assertThat(lastOf(shop.lane.tenderExactCash()).number()).isEqualTo("S01-R01-" + i);
    }
  }

  @Test
  void ticketNumbersGoOnWhereTheSettingsSayOnANewDisk() {
    Shop replaced = new Shop();
    replaced.firstTicket = 1924;
    replaced.restart();
    replaced.lane.signOn("1001", "1234");
    replaced.lane.openDrawer(gbp("0.00"));
    replaced.scan("71053", "1");

    assertThat(lastOf(replaced.lane.tenderExactCash()).number()).isEqualTo("S01-R01-1924");
  }

  @Test
  void aReturnPaysOutExactlyWhatIsDue() {
    shop.kind(TicketKind.RETURN);
    shop.scan("85123A", "2");

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("-5.10"));
    assertThat(shop.lane.tenderCash(gbp("6.00"))).isInstanceOf(Outcome.Refused.class);
    Outcome outcome = shop.lane.tenderCash(gbp("5.10"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(lastOf(outcome).total()).isEqualTo(gbp("-5.10"));
    assertThat(there(outcome.view().drawer()).cash()).isEqualTo(gbp("94.90"));
    assertThat(outcome.view().ticket().kind()).isEqualTo(TicketKind.SALE);
  }

  @Test
  void aVoidedLineIsGoneAndTheOthersMoveUp() {
    shop.scan("85123A", "1");
    shop.scan("71053", "1");
    shop.scan("22752", "1");

    Outcome outcome = shop.lane.voidLine(2);

    assertThat(outcome.view().ticket().lines())
        .extracting(l -> l.number() + " " + l.item())
        .containsExactly("1 85123A", "2 22752");
    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("10.20"));
  }

  @Test
  void theQuantityOfALineCanBeChanged() {
    shop.scan("85123A", "1");

    Outcome outcome = shop.lane.changeQuantity(1, new BigDecimal("1E+1"));

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("25.50"));
    assertThat(outcome.view().ticket().lines().getFirst().quantity())
        .isEqualTo(new BigDecimal("10"));
  }

  @Test
  void anOverriddenPriceKeepsTheBooksPriceAndTheReason() {
    shop.scan("85123A", "2");

    Outcome outcome = shop.lane.overridePrice(1, gbp("2.10"), "damaged");

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("4.20"));
    assertThat(there(outcome.view().ticket().lines().getFirst().override()).bookPrice())
        .isEqualTo(gbp("2.55"));
    assertThat(there(outcome.view().ticket().lines().getFirst().override()).reason())
        .isEqualTo("damaged");
  }

  @Test
  void goingBackToTheBooksPriceTakesTheOverrideAway() {
    shop.lane.scan(new Scan("85123A", BigDecimal.ONE, gbp("9.99"), "as invoiced", null));

    Outcome outcome = shop.lane.overridePrice(1, gbp("2.55"), "");

    assertThat(outcome.view().ticket().lines().getFirst().override()).isNull();
  }

  @Test
  void aScanCanCarryPriceReasonAndReference() {
    Outcome outcome =
        shop.lane.scan(new Scan("85123A", BigDecimal.TEN, gbp("2.10"), "as invoiced", "536366"));

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("21.00"));
    assertThat(outcome.view().ticket().reference()).isEqualTo("536366");
  }

  @Test
  void aVoidedTicketIsRecordedAndCountedButNotPosted() {
    shop.scan("85123A", "2");

    Outcome outcome = shop.lane.voidTicket();

    assertThat(outcome.view().ticket().lines()).isEmpty();
    assertThat(there(outcome.view().reading()).voids()).isEqualTo(1);
    assertThat(there(outcome.view().reading()).voided()).isEqualTo(gbp("5.10"));
    assertThat(there(outcome.view().reading()).tickets()).isZero();
    assertThat(shop.journal.entries().getLast().entry().body())
        .isInstanceOf(EntryBody.TicketVoided.class);
  }

  @Test
  void quickCashStartsWithTheTotalAndGoesUpInNotes() {
    shop.scan("85123A", "5");

    assertThat(shop.lane.view().ticket().quickCash())
        .isEqualTo(List.of(gbp("12.75"), gbp("15.00"), gbp("20.00"), gbp("50.00")));
  }

  @Test
  void aNewBookWaitsForTheNextTicketAndAnOpenOneKeepsItsOwn() {
    shop.scan("71053", "1");
    shop.book =
        Optional.of(new ShopBook(8).with("71053", "LANTERN", "GBP 4.00", ShopBook.STANDARD));
    shop.lane.priceBookChanged();

    Outcome outcome = shop.scan("71053", "1");

    assertThat(outcome.view().ticket().total()).isEqualTo(gbp("6.78"));
    assertThat(outcome.view().ticket().priceBook()).isEqualTo(7);
    assertThat(there(outcome.view().book()).version()).isEqualTo(8);
  }

  @Test
  void listenersHearOfEachChangeUntilTheyStop() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    Lane.Listening listening = shop.lane.onChange(view -> heard.add(view.revision()));

    shop.scan("71053", "1");
    listening.close();
    shop.scan("71053", "1");

    assertThat(heard).hasSize(1);
  }

  @Test
  void aListenerThatThrowsDoesNotFailTheSale() {
    shop.lane.onChange(view -> {
      throw new IllegalStateException("the browser went away");
    });

    assertThat(shop.scan("71053", "1")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theCustomerSeesItemAndTotal() {
    shop.scan("71053", "2");

    await().until(() -> !shop.devices.shown.isEmpty());

    assertThat(shop.devices.shown).containsExactly("WHITE METAL LANTERN|TOTAL           6.78");
  }

  private static LaneView.Last lastOf(Outcome outcome) {
    return there(outcome.view().last());
  }
}
