package dev.tillbridge.hq.prices;

import static dev.tillbridge.hq.testing.PricedSales.STANDARD;
import static dev.tillbridge.hq.testing.PricedSales.TAX;
import static dev.tillbridge.hq.testing.PricedSales.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.PricedSales;
import dev.tillbridge.hq.testing.PublishedBooks;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceAuditTest {

  private static final BookValue CITY =
      new BookValue.Zone("CITY", "City shops", List.of("S01", "S02"));
  private static final PricePoint IN_CITY =
      new PricePoint("CITY", LocalDateTime.parse("2026-11-20T00:00:00"), Money.parse("GBP 2.75"));
  private static final PricingContext ASKED = PricingContext.at(PricedSales.MOMENT, "CITY");
  private static final PriceBasis TAKEN = new PriceBasis("CITY", IN_CITY.from(), null);

  private final TestBooks books = new TestBooks();
  private final PublishedBooks published = new PublishedBooks();
  private final BookHistory history = new BookHistory(books.books(), published, Clock.systemUTC());
  private final PriceAudit audit = new PriceAudit(books.books(), () -> false, Clock.systemUTC());
  private final LaneTape tape = new LaneTape("S01-R01");
  private final List<BookValue> values =
      List.of(TAX, CITY, item("A", "2.55", IN_CITY), item("B", "1.00"));
  private Manifest manifest = new PublishedBooks().publish(12, TAX);

  @BeforeEach
  void publish() {
    manifest = published.publish(12, values.toArray(new BookValue[0]));
    history.copy();
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void ticketChargedAsItsBookSaysHasNoDifference() {
    post(PricedSales.sale(tape.nextNumber(), manifest, values, "CITY", "50A", "50B", "B"));

    int checked = audit.look();

    assertThat(checked).isEqualTo(1);
    assertThat(books.value("select result from price_check")).isEqualTo("SAME");
    assertThat(books.count("price_difference")).isZero();
    assertThat(books.count("price_due")).isZero();
  }

  @Test
  void underchargeIsFoundWithThePriceTheZoneHasAndSinceWhen() {
    post(sale(line("A", "50A", 2, "2.55", PriceBasis.PLAIN, null, List.of())));

    audit.look();

    assertThat(books.value("select reason from price_difference"))
        .isEqualTo(
            "charged GBP 2.55, price book 12 says GBP 2.75 in zone CITY since 2026-11-20; the"
                + " register took its price for everywhere");
    assertThat(books.value("select difference from price_difference")).isEqualTo("-0.4000");
    assertThat(books.value("select overcharged || ' ' || undercharged from price_check"))
        .isEqualTo("0.0000 0.4000");
  }

  @Test
  void overchargeIsFoundAndSummedByDayAndStore() {
    post(sale(line("B", "50B", 3, "1.10", PriceBasis.PLAIN, null, List.of())));
    post(PricedSales.sale(tape.nextNumber(), manifest, values, "CITY", "50B"));

    audit.look();

    assertThat(
            books.value(
                "select store || ' ' || checked || ' ' || differing || ' ' || over_tickets || ' '"
                    + " || overcharged || ' ' || under_tickets from price_check_day"))
        .isEqualTo("S01 2 1 1 0.3000 0");
  }

  @Test
  void whatWasGivenByHandIsNoDifference() {
    PriceOverride damaged = new PriceOverride(Money.parse("GBP 2.75"), "Damaged box");
    LineDiscount friendly = new LineDiscount(null, "Waited long", Money.parse("GBP 0.20"));
    post(
        sale(
            line("A", "50A", 1, "1.00", TAKEN, damaged, List.of()),
            line("B", "50B", 1, "1.00", PriceBasis.PLAIN, null, List.of(friendly))));

    audit.look();

    assertThat(books.value("select result from price_check")).isEqualTo("SAME");
    assertThat(books.value("select name || ' ' || amount from ticket_discount"))
        .isEqualTo("Waited long 0.2000");
    assertThat(books.value("select discount from ticket_line where line = 2")).isEqualTo("0.2000");
  }

  @Test
  void promotionTheBookDoesNotHaveTookTooMuchOff() {
    LineDiscount spring = new LineDiscount("SPRING", "Spring sale", Money.parse("GBP 0.30"));
    post(sale(line("B", "50B", 1, "1.00", PriceBasis.PLAIN, null, List.of(spring))));

    audit.look();

    assertThat(books.value("select reason from price_difference"))
        .isEqualTo("GBP 0.30 off for Spring sale, price book 12 takes nothing off");
    assertThat(books.value("select undercharged from price_check")).isEqualTo("0.3000");
  }

  @Test
  void priceChangedByHandFromAWrongOneIsListedWithoutMoney() {
    PriceOverride damaged = new PriceOverride(Money.parse("GBP 2.55"), "Damaged box");
    post(sale(line("A", "50A", 1, "1.00", TAKEN, damaged, List.of())));

    audit.look();

    assertThat(books.value("select aspect || ' ' || difference from price_difference"))
        .isEqualTo("PRICE 0.0000");
  }

  @Test
  void ticketOfAnOlderProgramIsComparedByItsPriceAlone() {
    TicketLine line =
        TicketLine.of(
            1, "A", "50A", "Item A", BigDecimal.ONE, Money.parse("GBP 2.55"), STANDARD, null);
    post(PricedSales.paid(tape.nextNumber(), TicketKind.SALE, 12, List.of(line), null));
    TicketLine wrong =
        TicketLine.of(
            1, "B", "50B", "Item B", BigDecimal.ONE, Money.parse("GBP 0.90"), STANDARD, null);
    post(PricedSales.paid(tape.nextNumber(), TicketKind.SALE, 12, List.of(wrong), null));

    audit.look();

    assertThat(books.value("select string_agg(result, ' ' order by entry_id) from price_check"))
        .isEqualTo("SAME DIFFERS");
  }

  @Test
  void returnAtAPriceTooHighCostTheShopMoney() {
    TicketLine line =
        TicketLine.of(
            1,
            "B",
            "50B",
            "Item B",
            BigDecimal.ONE.negate(),
            Money.parse("GBP 1.50"),
            STANDARD,
            null,
            PriceBasis.PLAIN,
            List.of());
    post(PricedSales.paid(tape.nextNumber(), TicketKind.RETURN, 12, List.of(line), ASKED));

    audit.look();

    assertThat(books.value("select difference from price_difference")).isEqualTo("-0.5000");
    assertThat(books.value("select undercharged from price_check")).isEqualTo("0.5000");
  }

  @Test
  void itemTheBookDoesNotHaveAndWrongTaxAreNamed() {
    TicketLine taxed =
        TicketLine.of(
            2,
            "B",
            "50B",
            "Item B",
            BigDecimal.ONE,
            Money.parse("GBP 1.00"),
            new dev.tillbridge.model.tax.TaxRate(
                "standard", BigDecimal.valueOf(5), STANDARD.mode()),
            null,
            PriceBasis.PLAIN,
            List.of());
    post(sale(line("X", "50X", 1, "9.00", PriceBasis.PLAIN, null, List.of()), taxed));

    audit.look();

    assertThat(
            books.value("select string_agg(reason, ' | ' order by position) from price_difference"))
        .isEqualTo(
            "charged GBP 9.00 for item X, which price book 12 does not have"
                + " | taxed with standard 5 % in the price, price book 12 says standard 20 % in the"
                + " price");
  }

  @Test
  void ticketOfAVersionThatComesLaterWaitsForIt() {
    Manifest later = published.publish(13, item("B", "1.20"));
    published.holdBackFrom(13);
    List<BookValue> newer = List.of(TAX, CITY, item("B", "1.20"));
    post(PricedSales.sale(tape.nextNumber(), later, newer, "CITY", "50B"));
    post(PricedSales.sale(tape.nextNumber(), manifest, values, "CITY", "50B"));

    history.copy();
    int before = audit.look() + audit.look();
    published.showAll();
    history.copy();
    int after = audit.look();

    assertThat(before).isEqualTo(1);
    assertThat(after).isEqualTo(1);
    assertThat(books.value("select string_agg(result, ' ') from price_check"))
        .isEqualTo("SAME SAME");
  }

  @Test
  void versionThatNeverComesLeavesItsTicketsCountedAndHoldsUpNothing() {
    books.ingest().post(tape.sales(new Baskets(5), 10));
    post(PricedSales.sale(tape.nextNumber(), manifest, values, "CITY", "50B"));

    audit.look();

    assertThat(books.count("price_check")).isEqualTo(1);
    assertThat((long) books.books().read(session -> session.doReturningWork(DueTickets::waiting)))
        .isEqualTo(10);
  }

  @Test
  void auditBrokenOffInTheMiddleGivesEachTicketOneResult() {
    int count = PriceAudit.BATCH * 2 + 7;
    for (int i = 0; i < count; i++) {
      post(sale(line("B", "50B", 1, "1.10", PriceBasis.PLAIN, null, List.of())));
    }
    audit.look();
    books.administerHere(
        "create function fail() returns trigger language plpgsql as $$ begin raise exception"
            + " 'power cut'; end $$; create trigger cut before insert on price_difference"
            + " for each statement execute function fail()");

    assertThat(org.assertj.core.api.Assertions.catchThrowable(audit::look)).isNotNull();
    books.administerHere("drop trigger cut on price_difference");
    PriceAudit restarted = new PriceAudit(books.books(), () -> false, Clock.systemUTC());
    while (restarted.look() > 0) {
      // until nothing is due
    }

    assertThat(books.count("price_check")).isEqualTo(count);
    assertThat(books.count("price_difference")).isEqualTo(count);
    assertThat(books.value("select checked || ' ' || overcharged from price_check_day"))
        .isEqualTo(count + " " + new BigDecimal("0.1000").multiply(BigDecimal.valueOf(count)));
  }

  private void post(Ticket ticket) {
    books.ingest().post(List.of(tape.ticket(ticket)));
  }

  private Ticket sale(TicketLine... lines) {
    return PricedSales.paid(tape.nextNumber(), TicketKind.SALE, 12, numbered(lines), ASKED);
  }

  private static List<TicketLine> numbered(TicketLine... lines) {
    return java.util.stream.IntStream.range(0, lines.length)
        .mapToObj(i -> lines[i].numbered(i + 1))
        .toList();
  }

  private static TicketLine line(
      String item,
      String scanned,
      int quantity,
      String price,
      PriceBasis basis,
      @Nullable PriceOverride override,
      List<LineDiscount> discounts) {
    return TicketLine.of(
        1,
        item,
        scanned,
        "Item " + item,
        BigDecimal.valueOf(quantity),
        Money.parse("GBP " + price),
        STANDARD,
        override,
        basis,
        discounts);
  }
}
