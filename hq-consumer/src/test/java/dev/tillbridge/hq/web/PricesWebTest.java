package dev.tillbridge.hq.web;

import static dev.tillbridge.hq.testing.PricedSales.TAX;
import static dev.tillbridge.hq.testing.PricedSales.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.hq.prices.BookHistory;
import dev.tillbridge.hq.prices.PriceAudit;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.PricedSales;
import dev.tillbridge.hq.testing.PublishedBooks;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesWebTest {

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final PublishedBooks published = new PublishedBooks();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private HqWeb web;
  private Accountant olga;

  @BeforeEach
  void serve() throws Exception {
    web = HqScreens.over(books, folder);
    olga = new Accountant(web.url());
  }

  @AfterEach
  void stop() {
    web.close();
    books.close();
  }

  @Test
  void pricesAreForThoseWhoSignedOnAndSayWhatToExpectWhileNothingIsThere() {
    assertThat(olga.get("/prices").body()).contains("Password");
    olga.signOn();

    assertThat(olga.get("/").body()).contains("href=\"/prices\"");
    assertThat(olga.get("/prices").body())
        .contains("No ticket has been compared yet")
        .contains("No version of the price book is known here yet")
        .contains("No register has told of its price book yet")
        .contains("Nothing was given by hand");
    assertThat(olga.get("/prices?date=soon").body()).contains("is not a date");
  }

  @Test
  void overchargeIsListedExplainedOnItsTicketAndThereForPrograms() {
    BookValue[] book = {TAX, item("A", "2.75"), item("B", "1.00")};
    Manifest manifest = published.publish(12, "winter", List.of("S01"), book);
    LineDiscount waited = new LineDiscount(null, "Waited long", Money.parse("GBP 0.30"));
    TicketLine wrong = line("A", "3.00", List.of(waited));
    PricingContext context = PricingContext.at(PricedSales.MOMENT, null);
    books
        .ingest()
        .post(
            List.of(
                tape.ticket(
                    PricedSales.paid(
                        tape.nextNumber(), TicketKind.SALE, 12, List.of(wrong), context)),
                tape.ticket(
                    PricedSales.sale(
                        tape.nextNumber(), manifest, List.of(book), null, "50A", "50B")),
                tape.ticket(new Baskets(4).sale(tape.nextNumber())),
                tape.heartbeat()));
    olga.signOn();

    try (PollLoop history = BookHistory.start(books.books(), published, Clock.systemUTC());
        PollLoop audit = PriceAudit.start(books.books(), () -> false, Clock.systemUTC(), meters)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> books.count("price_check") == 2);
    }

    String page = olga.get("/prices?store=s01").body();
    assertThat(page)
        .contains("2 tickets")
        .contains("Overcharged £0.25")
        .contains("charged £3.00, price book 12 says £2.75")
        .contains("1 ticket not compared: book version 1 is not known at HQ")
        .contains("first S01")
        .contains("winter")
        .contains("Version 12 is published for its store")
        .contains("£0.30");
    assertThat(olga.get("/prices?store=S02").body()).contains("No ticket has been compared yet");
    Matcher link = Pattern.compile("href=\"(/tickets/\\d+)\"").matcher(page);
    assertThat(link.find()).isTrue();
    assertThat(olga.get(link.group(1)).body())
        .contains("not charged as price book 12 says")
        .contains("Price book 12")
        .contains("−£0.30 Waited long (by hand)")
        .contains("Overcharged £0.25");
    assertThat(olga.get("/prices.json?date=" + LaneTape.DAY).body())
        .contains("\"overcharged\":\"GBP 0.25\"")
        .contains("\"checked\":2")
        .contains("\"waiting\":[{\"version\":1,\"tickets\":1}]");
    assertThat(meters.get("tillbridge.prices.tickets.waiting").gauge().value()).isBetween(0.0, 3.0);
  }

  private static TicketLine line(String code, String price, List<LineDiscount> discounts) {
    return TicketLine.of(
        1,
        code,
        "50" + code,
        "Item " + code,
        BigDecimal.ONE,
        Money.parse("GBP " + price),
        PricedSales.STANDARD,
        null,
        PriceBasis.PLAIN,
        discounts);
  }
}
