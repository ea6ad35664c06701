package dev.tillbridge.hq.testing;

import static dev.tillbridge.hq.testing.PricedSales.STANDARD;
import static dev.tillbridge.hq.testing.PricedSales.item;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.hq.prices.BookHistory;
import dev.tillbridge.hq.prices.PriceAudit;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Versions, registers with and without them, tickets charged rightly, wrongly and by hand. */
final class BusyPrices {

  private static final LocalDateTime FROM = LocalDateTime.parse("2026-11-20T00:00:00");

  private static final Duration COMPARED_WAIT_MAX = Duration.ofSeconds(60);
  private static final int RIGHT = 40;

  private final TestBooks books;
  private final LaneTape tape = new LaneTape("S04-R01");
  private final LaneTape other = new LaneTape("S04-R02");

  BusyPrices(TestBooks books) {
    this.books = books;
  }

  void fill() {
    PublishedBooks published = new PublishedBooks();
    BookValue zone = new BookValue.Zone("CITY", "City shops", List.of("S04", "S05"));
    BookValue milk = item("4011", "2.55", new PricePoint("CITY", FROM, Money.parse("GBP 2.75")));
    published.publish(5, "first book with zones", List.of(), PricedSales.TAX, zone, milk);
    published.publish(6, item("4012", "1.00"), item("4013", "0.85"), item("4014", "12.40"));
    Manifest seven = published.publish(7, null, List.of(), item("4012", "1.10"));
    published.publish(
        8, "Christmas prices, tried in one shop", List.of("S04"), item("4012", "0.99"));
    Clock clock = Clock.systemUTC();
    try (PollLoop history = BookHistory.start(books.books(), published, clock);
        PollLoop audit =
            PriceAudit.start(books.books(), () -> false, clock, new SimpleMeterRegistry())) {
      int tickets = tickets(List.of(PricedSales.TAX, zone, milk, item("4012", "1.10")), seven);
      await()
          .atMost(COMPARED_WAIT_MAX)
          .until(() -> books.count("price_check"), compared -> compared >= tickets);
    }
    registers();
  }

  private int tickets(List<BookValue> book, Manifest seven) {
    for (int i = 0; i < RIGHT; i++) {
      post(PricedSales.sale(tape.nextNumber(), seven, book, "CITY", "504011", "504012"));
    }
    sale(line("4011", 1, "2.55", null));
    sale(line("4012", 3, "1.25", null), line("4013", 2, "0.85", null));
    sale(line("4099", 1, "3.00", null));
    sale(
        line("4014", 1, "9.90", new PriceOverride(Money.parse("GBP 12.40"), "Damaged box")),
        line("4012", 2, "1.10", null, new LineDiscount(null, "Waited long", gbp("0.30"))),
        line("4013", 1, "0.85", null, new LineDiscount("XMAS", "Christmas offer", gbp("0.15"))));
    return RIGHT + 4;
  }

  private void registers() {
    books.ingest().post(List.of(other.ticket(new Baskets(3).sale(other.nextNumber()))));
    books
        .ingest()
        .post(
            List.of(
                tape.heartbeat(health(8, null)),
                other.heartbeat(
                    health(
                        7,
                        "The disk is full: 40 MiB are needed for version 8, 12 MiB are free. Version 7 stays in force; trying again every 10 s."))));
  }

  private static RegisterHealth health(long version, @Nullable String problem) {
    return new RegisterHealth(
        0,
        1,
        new DiskStatus(DiskStatus.Level.AMPLE, 50_000_000_000L, 200_000_000L),
        12L,
        version,
        Instant.now().minusSeconds(8_000),
        problem,
        null,
        0,
        "0.1.0");
  }

  private void sale(TicketLine... lines) {
    List<TicketLine> numbered =
        java.util.stream.IntStream.range(0, lines.length)
            .mapToObj(i -> lines[i].numbered(i + 1))
            .toList();
    post(
        PricedSales.paid(
            tape.nextNumber(),
            TicketKind.SALE,
            7,
            numbered,
            PricingContext.at(PricedSales.MOMENT, "CITY")));
  }

  private void post(dev.tillbridge.model.ticket.Ticket ticket) {
    books.ingest().post(List.of(tape.ticket(ticket)));
  }

  private static TicketLine line(
      String code,
      int quantity,
      String price,
      @Nullable PriceOverride override,
      LineDiscount... discounts) {
    return TicketLine.of(
        1,
        code,
        "50" + code,
        "Item " + code,
        BigDecimal.valueOf(quantity),
        gbp(price),
        STANDARD,
        override,
        PriceBasis.PLAIN,
        List.of(discounts));
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
