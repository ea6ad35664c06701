package dev.tillbridge.register.offsite;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.Books;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OffsiteTest extends AtTheFair {

  @Test
  void aManagerAllowsItInPlaceAndTheClerkGoesOn() {
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");

    assertThat(said(start("NOPE,,1.00"))).contains("needed").doesNotContain("manager");
    assertThat(said(start(LIST))).contains("Ben is none").contains("Approve");
    assertThat(event()).isNull();
    assertThat(said(shop.lane.approve("1002", "5678"))).contains("somebody else");
    assertThat(said(shop.lane.approve("1001", "1234"))).isEqualTo("done");
    assertThat(there(event()).name()).isEqualTo("Winter fair");

    assertThat(said(shop.lane.carryOut(new EndOffsite()))).contains("Ben is none");
    assertThat(said(shop.lane.approve("1001", "1234"))).isEqualTo("done");
    assertThat(event()).isNull();

    assertThat(shop.lane.view().operator()).extracting(LaneView.SignedOn::id).isEqualTo("1002");
    assertThat(said(shop.lane.approve("1001", "1234"))).contains("nothing was refused");
    assertThat(shop.journal.entries())
        .extracting(stored -> stored.entry().body())
        .filteredOn(Noted.class::isInstance)
        .extracting(body -> ((Noted) body).approvedBy())
        .containsExactly(null, "1001", null, "1001");
    assertThat(shop.journal.entries())
        .filteredOn(stored -> stored.entry().body() instanceof OffsiteEntry)
        .extracting(stored -> stored.entry().operator())
        .containsExactly("1002", "1002");
    assertThat(allowedBy()).containsExactly("1001", "1001");
  }

  @Test
  void whatAManagerStartsAndEndsNobodyElseAllowed() {
    start(LIST);
    shop.lane.carryOut(new EndOffsite());

    assertThat(allowedBy()).hasSize(2).containsOnlyNulls();
  }

  private List<@Nullable String> allowedBy() {
    List<@Nullable String> ids = new ArrayList<>();
    for (StoredEntry stored : shop.journal.entries()) {
      switch (stored.entry().body()) {
        case OffsiteEntry.Started started -> ids.add(started.approvedBy());
        case OffsiteEntry.Ended ended -> ids.add(ended.approvedBy());
        case EntryBody other -> {}
      }
    }
    return ids;
  }

  @Test
  void itemsOfTheListCostTheEventsPriceAndAllOthersTheShops() {
    selling();

    shop.scan("5085123A", "2"); // by its barcode
    shop.scan("HOT1", "1");
    shop.scan("NUTS", "0.250");
    shop.scan("71053", "1");

    var lines = shop.lane.view().ticket().lines();
    assertThat(lines.stream().map(TicketLine::unitPrice))
        .containsExactly(gbp("2.00"), gbp("4.50"), gbp("12.00"), gbp("3.39"));
    assertThat(lines.stream().map(TicketLine::event))
        .containsExactly("S01-R01-E1", "S01-R01-E1", "S01-R01-E1", null);
    assertThat(lines.get(0).name()).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
    assertThat(lines.get(1).tax().percent()).isEqualByComparingTo("20");
    assertThat(lines.get(2).amount()).isEqualTo(gbp("3.00"));
    assertThat(shop.lane.view().ticket().units()).containsEntry("NUTS", "kg");
  }

  @Test
  void ticketsAndPapersNameTheEvent() {
    selling();

    shop.scan("71053", "1");
    shop.lane.tenderExactCash();

    assertThat(there(lastTicket().event()).toString()).isEqualTo("Winter fair, Town square");
    closeDrawer();
    shop.lane.close();
    assertThat(
            String.join(
                "\n",
                shop.devices.printed.stream().flatMap(paper -> paper.lines().stream()).toList()))
        .contains("Event Winter fair", "at Town square")
        .satisfies(text ->
            assertThat(text.substring(text.indexOf("Z READING"))).contains("Event Winter fair"));
  }

  @Test
  void promotionsStopAtTheEventsItems() {
    shop.book =
        Optional.of(
            Books.of(
                8,
                Books.item("MUG", "Mug", "10.00"),
                Books.item("PEN", "Pen", "10.00"),
                Books.tenPercent("TEN", null, null)));
    start("MUG,,8.00");
    shop.lane.openDrawer(gbp("50.00"));

    shop.scan("MUG", "1");
    shop.scan("PEN", "1");

    assertThat(shop.lane.view().ticket().lines().stream().map(TicketLine::amount))
        .containsExactly(gbp("8.00"), gbp("9.00"));
  }

  @Test
  void onlyAManagerStartsAndEnds() {
    selling();
    closeDrawer();
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");

    assertThat(said(shop.lane.carryOut(new EndOffsite()))).contains("Ben is none");
    assertThat(event()).isNotNull();
    shop.lane.approve("1001", "1234");
    assertThat(said(start(""))).contains("ended by a manager");
    assertThat(event()).isNull();
  }

  @Test
  void anEventSellsFromDrawersOfItsOwn() {
    shop.lane.openDrawer(gbp("100.00"));
    assertThat(said(start(LIST))).contains("Drawer 1 is the shop's");
    shop.lane.carryOut(new SetAside());

    selling();

    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("50.00"));
    assertThat(said(shop.lane.carryOut(new EndOffsite()))).contains("Drawer 2 is the drawer of");
    shop.lane.carryOut(new SetAside());
    assertThat(said(shop.lane.carryOut(new TakeUp(1)))).contains("waits until Winter fair");
    assertThat(said(shop.lane.carryOut(new EndOffsite()))).contains("Drawer 2", "set aside");
    shop.lane.carryOut(new TakeUp(2));
    closeDrawer();
    assertThat(shop.lane.carryOut(new EndOffsite())).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.carryOut(new TakeUp(1))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOpenTicketComesFirst() {
    selling();
    shop.scan("HOT1", "1");

    assertThat(said(shop.lane.carryOut(new EndOffsite()))).contains("is open. Take the money");
  }

  @Test
  void documentsTakeNoPriceOfTheEvent() {
    selling();
    shop.scan("HOT1", "1");

    assertThat(said(shop.lane.carryOut(Begin.hold("Ann"))))
        .contains("Mulled wine has a price of Winter fair");
    shop.lane.voidLine(1);
    shop.scan("71053", "1");
    assertThat(shop.lane.carryOut(Begin.hold("Ann"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void itMayBePreparedDaysAhead() {
    start(TODAY.plusDays(1), TODAY.plusDays(2), LIST);

    assertThat(said(shop.lane.openDrawer(gbp("50.00")))).contains("begins on 2026-11-23");
    shop.clock.advance(Duration.ofDays(1));
    assertThat(shop.lane.openDrawer(gbp("50.00"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void daysThatCannotBeAreRefused() {
    assertThat(said(start(TODAY, TODAY.minusDays(1), ""))).contains("cannot be");
    assertThat(said(start(TODAY.minusDays(3), TODAY.minusDays(1), ""))).contains("cannot be");
    assertThat(said(start(TODAY, TODAY.plusDays(61), ""))).contains("at most 60 days");
  }

  @Test
  void itGoesOnAfterAPowerCutAndAPurge() {
    selling();
    shop.scan("HOT1", "1");
    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out
    shop.journal.letGo(shop.journal.entries().getLast().entry().id().sequence() - 1);

    shop.restart();
    shop.lane.signOn("1001", "1234");
    shop.lane.tenderExactCash();

    assertThat(lastTicket().total()).isEqualTo(gbp("4.50"));
    assertThat(there(lastTicket().event()).id()).isEqualTo("S01-R01-E1");
  }

  @Test
  void aWriteInDoubtStartsTheEventOnce() {
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    assertThat(start(LIST)).isInstanceOf(Outcome.Refused.class);
    shop.journal.unreadable(false);

    assertThat(start(LIST)).isInstanceOf(Outcome.Done.class);

    assertThat(shop.journal.entries().stream().map(stored -> stored.entry().body()))
        .filteredOn(body -> body instanceof OffsiteEntry)
        .hasSize(1);
  }

  @Test
  void goodsOfTheEventComeBackInTheShopForWhatWasPaid() {
    selling();
    shop.scan("HOT1", "2");
    shop.lane.tenderExactCash();
    Ticket sold = lastTicket();
    closeDrawer();
    shop.lane.carryOut(new EndOffsite());
    shop.lane.openDrawer(gbp("100.00"));

    var one = new java.util.TreeMap<Integer, BigDecimal>();
    one.put(1, BigDecimal.ONE);
    shop.lane.carryOut(new dev.tillbridge.register.returns.BringBack(sold, one, "Not liked"));
    shop.lane.tenderExactCash();

    assertThat(lastTicket().total()).isEqualTo(gbp("-4.50"));
    assertThat(lastTicket().event()).isNull();
    assertThat(shop.journal.entries().getLast().entry().body())
        .isInstanceOf(EntryBody.TicketCompleted.class);
  }
}
