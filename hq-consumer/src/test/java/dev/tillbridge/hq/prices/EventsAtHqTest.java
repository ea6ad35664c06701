package dev.tillbridge.hq.prices;

import static dev.tillbridge.hq.testing.PricedSales.TAX;
import static dev.tillbridge.hq.testing.PricedSales.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.books.EventFile;
import dev.tillbridge.hq.books.EventReport;
import dev.tillbridge.hq.books.EventSummary;
import dev.tillbridge.hq.books.TicketCounts;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.PricedSales;
import dev.tillbridge.hq.testing.PublishedBooks;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in the books: their prices compared, their result by account to the cent. */
class EventsAtHqTest {

  private static final LocalDate DAY = LaneTape.DAY;
  private static final OffsiteEvent FAIR =
      new OffsiteEvent(
          "S01-R01-E1",
          "Winter fair",
          "Town square",
          DAY,
          DAY.plusDays(2),
          1,
          List.of(
              new OffsiteItem("A", "Item A", gbp("2.00"), "standard", null, false),
              new OffsiteItem("WINE", "Mulled wine", gbp("4.50"), "standard", null, true)));

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final PublishedBooks published = new PublishedBooks();
  private final BookHistory history = new BookHistory(books.books(), published, Clock.systemUTC());
  private final PriceAudit audit = new PriceAudit(books.books(), () -> false, Clock.systemUTC());
  private final LaneTape tape = new LaneTape("S01-R01");
  private int tickets;
  private final EventReport report = new EventReport(books.books(), CurrencyUnit.GBP);
  private final List<BookValue> values = List.of(TAX, item("A", "2.55"), item("B", "1.00"));
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
  void theEventsPricesAreRightAtItAndNowhereElse() {
    post(started());
    post(in(1, ticket(FAIR.title(), sold(FAIR, "50A", "WINE", "B"))));
    audit.look();
    assertThat(books.value("select string_agg(result, ' ') from price_check")).isEqualTo("SAME");

    post(in(1, ticket(FAIR.title(), wrong("A", "1.50"))));
    audit.look();

    assertThat(books.value("select reason from price_difference"))
        .isEqualTo("charged GBP 1.50, event S01-R01-E1 says GBP 2.00");
    assertThat(books.value("select difference from price_difference")).isEqualTo("-0.5000");
    post(in(1, ticket(null, shop("A", "2.00"))));
    audit.look();
    assertThat(books.value("select max(reason) from price_difference where difference = -0.55"))
        .isEqualTo("charged GBP 2.00, price book 12 says GBP 2.55");
  }

  @Test
  void aTicketWaitsForItsEventsListAndHoldsUpNoOther() {
    byte[] begun = started();
    byte[] ticket = in(1, ticket(FAIR.title(), sold(FAIR, "WINE")));
    byte[] other = in(1, ticket(null, sold(null, "B")));
    post(ticket, other);

    assertThat(audit.look()).isEqualTo(1);
    assertThat(audit.look()).isZero();
    post(begun);

    assertThat(audit.look()).isEqualTo(1);
    assertThat(books.value("select count(*) from price_check where result = 'SAME'"))
        .isEqualTo("2");
  }

  @Test
  void whatAnEventCameToIsTheSameInWhateverOrderTheNewsComes() {
    List<byte[]> news = new ArrayList<>();
    news.add(tape.opened(gbp("100.00"))); // the shop's drawer 1
    news.add(in(1, ticket(null, sold(null, "B"))));
    news.add(tape.closed(gbp("101.00"), gbp("101.00")));
    news.add(started());
    news.add(tape.write(new EntryBody.DrawerOpened(2, gbp("50.00"))));
    news.add(in(2, ticket(FAIR.title(), sold(FAIR, "50A", "WINE", "B"))));
    news.add(in(2, ticket(FAIR.title(), sold(FAIR, "WINE", "WINE"))));
    news.add(tape.write(new EntryBody.DrawerClosed(2, gbp("66.50"), gbp("66.00"))));
    news.add(tape.write(new EntryBody.DrawerOpened(3, gbp("20.00"))));
    news.add(in(3, ticket(FAIR.title(), sold(FAIR, "50A"))));
    news.add(tape.write(new EntryBody.DrawerClosed(3, gbp("22.00"), gbp("22.20"))));
    news.add(tape.write(new OffsiteEntry.Ended(3, FAIR.id())));
    news.add(tape.write(new EntryBody.DrawerOpened(4, gbp("100.00"))));
    news.add(in(4, ticket(null, sold(null, "B", "B"))));
    Collections.shuffle(news, new Random(7));

    news.forEach(each -> post(each));

    EventSummary summary = report.all().getFirst();
    assertThat(summary.tickets()).isEqualTo(3);
    assertThat(summary.total()).isEqualTo(gbp("18.50"));
    EventFile file = report.open(summary.id()).orElseThrow();
    assertThat(file.net().plus(file.tax())).isEqualTo(gbp("18.50"));
    assertThat(file.taxes().getFirst().tax()).isEqualTo(file.tax());
    assertThat(file.payments()).extracting(EventFile.Payment::amount).containsExactly(gbp("18.50"));
    assertThat(file.sessions()).extracting(EventFile.Session::number).containsExactly(2L, 3L);
    assertThat(file.overShort()).isEqualTo(gbp("-0.30"));
    assertThat(file.prices().get(0).amount()).isEqualTo(gbp("4.00"));
    assertThat(file.prices().get(1).quantity()).isEqualByComparingTo("3");
    assertThat(file.elsewhere()).isZero();
    assertThat(file.accounts().stream().map(EventFile.Account::amount).reduce(Money::plus))
        .contains(gbp("0.00"));
    assertThat(balance(file, "4000")).isEqualTo(file.net().negated());
    assertThat(balance(file, "2010")).isEqualTo(file.tax().negated());
    assertThat(books.value("select ended_by from offsite_end")).isEqualTo("ann");
  }

  @Test
  void anExchangeAtAnEventIsNoSale() throws Exception {
    TicketLine back =
        TicketLine.of(
                1,
                "A",
                "A",
                "Item A",
                BigDecimal.ONE.negate(),
                gbp("2.00"),
                PricedSales.STANDARD,
                null)
            .returnedFrom(new ReturnedFrom(null, 0, "broken"));
    List<TicketLine> exchanged = List.of(back, shop("WINE", "4.50").getFirst().numbered(2));
    post(
        started(),
        in(2, ticket(FAIR.title(), sold(FAIR, "WINE"))),
        in(2, ticket(FAIR.title(), TicketKind.RETURN, List.of(back))),
        in(2, ticket(FAIR.title(), TicketKind.EXCHANGE, exchanged)),
        in(2, ticket(FAIR.title(), TicketKind.EXCHANGE, exchanged)));

    long id = report.all().getFirst().id();
    assertThat(report.open(id).orElseThrow().tickets()).isEqualTo(new TicketCounts(1, 1, 2, 0));
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/events/" + id).body())
          .contains("1 sale, 1 return, 2 exchanges");
    }
  }

  @Test
  void ticketsAndDrawersThatDoNotBelongTogetherAreCounted() {
    post(
        started(),
        in(2, ticket(null, sold(null, "B"))),
        in(1, ticket(FAIR.title(), sold(FAIR, "A"))));

    assertThat(report.open(report.all().getFirst().id()).orElseThrow().elsewhere()).isEqualTo(2);
  }

  @Test
  void thePagesShowItAndSayWhatAnEventIsBeforeThereIsOne() throws Exception {
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url());
      olga.signOn();
      assertThat(olga.get("/events").body()).contains("No register has been to an event");

      post(started(), in(2, ticket(FAIR.title(), sold(FAIR, "WINE"))));

      assertThat(olga.get("/events").body()).contains("Winter fair", "Town square", "running");
      String link = "/events/" + report.all().getFirst().id();
      assertThat(olga.get(link).body())
          .contains("Mulled wine", "quick item", "Cash, less change", "No drawer was opened");
      assertThat(olga.get("/events/999").statusCode()).isEqualTo(404);
      String ticket = books.value("select entry_id from ticket");
      assertThat(olga.get("/tickets/" + ticket).body()).contains("Price of event S01-R01-E1");
    }
  }

  private static Money balance(EventFile file, String account) {
    return file.accounts().stream()
        .filter(each -> each.code().equals(account))
        .map(EventFile.Account::amount)
        .findFirst()
        .orElseThrow();
  }

  private void post(byte[]... entries) {
    books.ingest().post(Arrays.asList(entries));
  }

  private byte[] started() {
    return tape.write(new OffsiteEntry.Started(1, FAIR));
  }

  private byte[] in(long session, Ticket ticket) {
    return tape.write(new EntryBody.TicketCompleted(session, ticket));
  }

  private List<TicketLine> sold(@Nullable OffsiteEvent event, String... scanned) {
    PricingContext context = PricingContext.at(PricedSales.MOMENT, null);
    TicketPricer pricer = new TicketPricer(new BookInMemory(manifest, values)).at(event);
    List<TicketLine> lines = new ArrayList<>();
    for (String code : scanned) {
      lines.add(
          pricer.line(code, BigDecimal.ONE, context).orElseThrow().numbered(lines.size() + 1));
    }
    return pricer.price(lines, context);
  }

  private static List<TicketLine> wrong(String item, String price) {
    return List.of(line(item, price, new PriceBasis(null, null, null, FAIR.id())));
  }

  private static List<TicketLine> shop(String item, String price) {
    return List.of(line(item, price, PriceBasis.PLAIN));
  }

  private static TicketLine line(String item, String price, PriceBasis basis) {
    return TicketLine.of(
        1,
        item,
        item,
        "Item " + item,
        BigDecimal.ONE,
        gbp(price),
        PricedSales.STANDARD,
        null,
        basis,
        List.of());
  }

  private Ticket ticket(@Nullable EventName event, List<TicketLine> lines) {
    return ticket(event, TicketKind.SALE, lines);
  }

  private Ticket ticket(@Nullable EventName event, TicketKind kind, List<TicketLine> lines) {
    Money total = lines.stream().map(TicketLine::amount).reduce(gbp("0.00"), Money::plus);
    return Ticket.of(
        "S01-R01-" + ++tickets,
        kind,
        manifest.version(),
        null,
        lines,
        List.of(new Tender.Cash(total)),
        gbp("0.00"),
        PricingContext.at(PricedSales.MOMENT, null),
        TicketParticulars.NONE.at(event),
        gbp("0.00"));
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
