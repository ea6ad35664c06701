package dev.tillbridge.hq.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.ShopEntries;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(21);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void salesOfADayAddUpByStoreAndLocalHour() {
    LaneTape other = new LaneTape("S02-R01");
    Ticket morning = baskets.sale("S01-R01-1");
    Ticket returned = baskets.giveBack("S01-R01-2");
    Ticket noon = baskets.sale("S02-R01-1");
    tape.at(Instant.parse("2026-07-01T08:59:59Z"));
    List<byte[]> batch = new ArrayList<>(List.of(tape.ticket(morning), tape.ticket(returned)));
    other.at(Instant.parse("2026-07-01T11:00:00Z"));
    batch.add(other.ticket(noon));
    books.ingest().post(batch);

    DaySales day = new SalesReport(books.books(), ZoneId.of("Europe/London"), GBP).of(LaneTape.DAY);

    assertThat(day.stores()).containsExactly("S01", "S02");
    assertThat(day.hours()).extracting(HourSales::hour).containsExactly(9, 12);
    assertThat(day.total()).isEqualTo(morning.total().plus(returned.total()).plus(noon.total()));
    assertThat(day.of("S01").tickets().returns()).isEqualTo(1);
    assertThat(day.tickets().sales()).isEqualTo(2);
  }

  @Test
  void onlyTicketsWithGoodsAreSalesAndEveryTicketIsCountedOnce() {
    byte[] opened =
        ShopEntries.recorded(tape, ShopEntries.order("S01-R01-D1", 1, DocumentState.OPEN));
    byte[] deposit = ShopEntries.paid(tape, "S01-R01-D1", "2.00");
    byte[] gift = ShopEntries.gift(tape, "GC-1", "20.00");
    byte[] pickedUp = ShopEntries.pickedUp(tape, "S01-R01-D1", "2.00");
    byte[] lantern = ShopEntries.redeemed(tape, "GC-1");
    byte[] back = ShopEntries.returned(tape, "1", "S01-R01-4");
    byte[] exchanged = ShopEntries.exchanged(tape, "S01-R01-3");
    books.ingest().post(List.of(opened, deposit, gift, pickedUp, lantern, back, exchanged));

    DaySales day = new SalesReport(books.books(), ZoneId.of("Europe/London"), GBP).of(LaneTape.DAY);

    assertThat(day.tickets()).isEqualTo(new TicketCounts(2, 1, 1, 2));
    assertThat(day.total()).isEqualTo(ShopEntries.gbp("7.65"));
    assertThat(
            new TicketSearch(books.books())
                .find(TicketCriteria.ALL).stream().map(TicketSummary::kind).distinct())
        .containsExactlyInAnyOrder("SALE", "RETURN", "EXCHANGE");
  }

  @Test
  void gapIsShownWithItsRangeUntilItCloses() {
    List<byte[]> all = tape.sales(baskets, 10);
    List<byte[]> some = new ArrayList<>(all);
    some.subList(3, 6).clear();
    some.removeFirst();
    books.ingest().post(some);

    RegisterStream broken = new StreamReport(books.books()).streams().getFirst();
    books.ingest().post(all);
    RegisterStream whole = new StreamReport(books.books()).streams().getFirst();

    assertThat(broken.missing()).isEqualTo(4);
    assertThat(broken.gaps()).extracting(Object::toString).containsExactly("1", "4 to 6");
    assertThat(broken.head()).isEqualTo(tape.head().hex());
    assertThat(whole.missing()).isZero();
    assertThat(whole.gaps()).isEmpty();
    assertThat(whole.duplicates()).isEqualTo(6);
  }

  @Test
  void trialBalanceIsZeroAndStopsAtItsDate() {
    books.ingest().post(List.of(tape.opened(Money.parse("GBP 100.00"))));
    books.ingest().post(tape.sales(baskets, 50));
    TrialBalanceReport report = new TrialBalanceReport(books.books(), GBP);

    TrialBalance today = report.asOf(LaneTape.DAY);
    TrialBalance yesterday = report.asOf(LaneTape.DAY.minusDays(1));

    assertThat(today.balanced()).isTrue();
    assertThat(today.debits()).isEqualTo(today.credits()).isNotEqualTo(Money.zero(GBP));
    assertThat(today.lines()).extracting(TrialBalance.Line::code).contains("1010", "5900");
    assertThat(yesterday.transactions()).isZero();
    assertThat(yesterday.debits()).isEqualTo(Money.zero(GBP));
  }

  @Test
  void ticketIsFoundByNumberEndingReferenceDateLaneAndAmount() {
    List<byte[]> sold = new ArrayList<>();
    Ticket last = baskets.sale("unused");
    for (int i = 0; i < 12; i++) {
      last = baskets.sale(tape.nextNumber());
      sold.add(tape.ticket(last));
    }
    books.ingest().post(sold);
    TicketSearch search = new TicketSearch(books.books());

    assertThat(search.find(new TicketCriteria("s01-r01-12", null, null, null))).hasSize(1);
    assertThat(search.find(new TicketCriteria("12", null, null, null))).hasSize(1);
    assertThat(search.find(new TicketCriteria("%", null, null, null))).isEmpty();
    assertThat(
            search.find(
                new TicketCriteria(
                    null, LaneTape.DAY, "S01-R01", last.total().getAmount().negate())))
        .extracting(TicketSummary::number)
        .contains("S01-R01-12");
    assertThat(search.find(TicketCriteria.ALL)).hasSize(12);
    assertThat(search.find(new TicketCriteria(null, LaneTape.DAY.plusDays(1), null, null)))
        .isEmpty();
  }

  @Test
  void ticketFileHoldsLinesTendersPostingsAndTheProofOfItsBytes() {
    byte[] first = tape.ticket(baskets.sale(tape.nextNumber()));
    Ticket ticket = baskets.sale(tape.nextNumber());
    byte[] second = tape.ticket(ticket);
    books.ingest().post(List.of(first, second));
    long id =
        new TicketSearch(books.books())
            .find(new TicketCriteria(ticket.number(), null, null, null))
            .getFirst()
            .entryId();

    TicketFile file = new TicketFiles(books.books()).open(id).orElseThrow();

    assertThat(file.summary().total()).isEqualTo(ticket.total());
    assertThat(file.lines()).hasSameSizeAs(ticket.lines());
    assertThat(file.payments()).hasSize(2);
    assertThat(file.source().bytes()).isEqualTo(second);
    assertThat(file.source().previousMatches()).isTrue();
    assertThat(
            Objects.requireNonNull(file.transaction()).sides().stream()
                .map(TicketFile.Side::amount)
                .reduce(Money.zero(GBP), Money::plus))
        .isEqualTo(Money.zero(GBP));
    assertThat(new TicketFiles(books.books()).open(id + 1_000)).isEmpty();
  }
}
