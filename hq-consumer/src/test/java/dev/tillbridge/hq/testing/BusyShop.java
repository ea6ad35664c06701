package dev.tillbridge.hq.testing;

import static dev.tillbridge.hq.testing.ShopEntries.gbp;

import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Documents, stored values, customers, an event, and what went wrong with some of them. */
final class BusyShop {

  private static final OffsiteEvent FAIR =
      new OffsiteEvent(
          "S05-R02-E1",
          "Winter fair",
          "Town square",
          LaneTape.DAY,
          LaneTape.DAY.plusDays(2),
          1,
          List.of(
              new OffsiteItem("A", "Wooden star", gbp("2.00"), "standard", null, false),
              new OffsiteItem("WINE", "Mulled wine", gbp("4.50"), "standard", null, true)));

  private static final String IVOS = "98110041";
  private static final String MIAS = "98110043";

  private final TestBooks books;
  private final LaneTape counter = new LaneTape("S05-R01");
  private final LaneTape fair = new LaneTape("S05-R02");

  BusyShop(TestBooks books) {
    this.books = books;
  }

  void fill() {
    documents();
    storedValues();
    customers();
    event();
    declinedCard();
  }

  private void documents() {
    String open = "S05-R01-D1";
    String done = "S05-R01-D2";
    String twice = "S05-R01-D3";
    post(
        ShopEntries.recorded(counter, ShopEntries.order(open, 1, DocumentState.OPEN)),
        ShopEntries.paid(counter, open, "2.00"),
        ShopEntries.recorded(counter, ShopEntries.order(done, 1, DocumentState.OPEN)),
        ShopEntries.paid(counter, done, "1.00"),
        ShopEntries.pickedUp(counter, done, "1.00"),
        ShopEntries.recorded(counter, ShopEntries.order(twice, 1, DocumentState.OPEN)),
        ShopEntries.paid(counter, twice, "3.00"),
        ShopEntries.pickedUp(counter, twice, "3.00"),
        ShopEntries.pickedUp(fair, twice, "3.00"),
        ShopEntries.leftTo(
            counter,
            ShopEntries.order("S05-R01-D4", 1, DocumentState.HANDED_OVER),
            LaneId.parse("S05-R02")));
  }

  private void storedValues() {
    post(
        ShopEntries.gift(counter, "GC-S0501-00012", "25.00"),
        ShopEntries.redeemed(counter, "GC-S0501-00012"),
        ShopEntries.gift(fair, "GC-S0502-00003", "2.00"),
        ShopEntries.redeemed(counter, "GC-S0502-00003"));
    String sold = counter.nextNumber();
    post(ShopEntries.sold(counter, "2"), ShopEntries.returned(fair, "3", sold));
    String taxed = counter.nextNumber();
    post(ShopEntries.sold(counter, "1"), ShopEntries.returned(fair, "1", taxed, "0.40"));
  }

  private void customers() {
    post(
        ShopEntries.customer(counter, "S05-R01-C1", "Ana Horvat", "+385 91 555 0101", null),
        ShopEntries.customer(
            fair, "S05-R02-C1", "Ana Horvat-Kos", "00385915550101", "ana@example.org"),
        ShopEntries.customer(counter, "S05-R01-C2", "Petra Čop", null, "petra@example.org"));
    Instant morning = Instant.parse("2026-11-20T09:00:00Z");
    Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    post(
        ShopEntries.customerWithCard(counter, "S05-R01-C3", "Ivo Kos", IVOS, "0915550103", morning),
        ShopEntries.customerWithCard(fair, "S05-R02-C3", "Ivo Kos", "98110042", "0915550103", noon),
        ShopEntries.customerWithCard(counter, "S05-R01-C4", "Mia Lon", MIAS, null, morning),
        ShopEntries.customerWithCard(fair, "S05-R02-C4", "Jan Vuk", MIAS, null, noon));
  }

  private void event() {
    post(
        fair.write(new OffsiteEntry.Started(1, FAIR)),
        fair.write(new EntryBody.DrawerOpened(2, gbp("50.00"))),
        atTheFair("A", "2.00"),
        atTheFair("WINE", "4.50"),
        exchangedAtTheFair(),
        fair.write(new EntryBody.DrawerClosed(2, gbp("59.00"), gbp("58.50"))),
        fair.write(new EntryBody.DrawerOpened(3, gbp("20.00"))));
  }

  private byte[] atTheFair(String item, String price) {
    return atTheFair(TicketKind.SALE, List.of(fairLine(item, "1", price)));
  }

  private byte[] exchangedAtTheFair() {
    return atTheFair(
        TicketKind.EXCHANGE,
        List.of(
            fairLine("A", "-1", "2.00").returnedFrom(new ReturnedFrom(null, 0, "broken")),
            fairLine("WINE", "1", "4.50").numbered(2)));
  }

  private static TicketLine fairLine(String item, String quantity, String price) {
    return TicketLine.of(
        1,
        item,
        item,
        "Item " + item,
        new BigDecimal(quantity),
        gbp(price),
        PricedSales.STANDARD,
        null,
        new PriceBasis(null, null, null, FAIR.id()),
        List.of());
  }

  private byte[] atTheFair(TicketKind kind, List<TicketLine> lines) {
    Money none = gbp("0.00");
    Ticket ticket =
        Ticket.of(
            fair.nextNumber(),
            kind,
            7,
            null,
            lines,
            List.of(
                new Tender.Cash(lines.stream().map(TicketLine::amount).reduce(none, Money::plus))),
            none,
            null,
            TicketParticulars.NONE.at(FAIR.title()),
            none);
    return fair.ticket(ticket, 2);
  }

  private void declinedCard() {
    Ticket cash = new Baskets(43).sale(counter.nextNumber());
    Money total = cash.total();
    Money none = gbp("0.00");
    CardPayment card =
        new CardPayment("k1", "Visa", "400000******0002", "vault-visa", CardApproval.OFFLINE, null);
    Ticket ticket =
        Ticket.of(
            cash.number(),
            cash.kind(),
            cash.priceBook(),
            null,
            cash.lines(),
            List.of(new Tender.Card(total, card)),
            none,
            null,
            TicketParticulars.NONE.forCustomer(new CustomerName("S05-R01-C1", "Ana Horvat")),
            none);
    post(
        counter.ticket(ticket),
        counter.write(
            new CardEntry.Forwarded(
                1, "k1", ticket.number(), total, null, "Not enough money (51).")));
  }

  private void post(byte[]... entries) {
    books.ingest().post(List.of(entries));
  }
}
