package dev.tillbridge.hq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingRulesTest {

  private final PostingRules rules = new PostingRules(ChartFile.standard());
  private final LaneTape tape = new LaneTape("S01-R01");

  @Test
  void saleDebitsDrawerAndCreditsSalesAndTax() {
    Ticket sale = ticket(TicketKind.SALE, 1, "12.00", "20.00", "8.00");

    LedgerTransaction posted = posted(new EntryBody.TicketCompleted(3, sale));

    assertThat(amounts(posted))
        .isEqualTo(Map.of("1010", gbp("12.00"), "4000", gbp("-10.00"), "2010", gbp("-2.00")));
    assertThat(posted.drawerSession()).isEqualTo(3);
    assertThat(posted.businessDate()).isEqualTo(LaneTape.DAY);
  }

  @Test
  void returnDebitsReturnsAndTaxAndCreditsDrawer() {
    Ticket giveBack = ticket(TicketKind.RETURN, -1, "12.00", "-12.00", "0.00");

    LedgerTransaction posted = posted(new EntryBody.TicketCompleted(3, giveBack));

    assertThat(amounts(posted))
        .isEqualTo(Map.of("1010", gbp("-12.00"), "4900", gbp("10.00"), "2010", gbp("2.00")));
  }

  @Test
  void drawerTakesItsFloatFromTheSafe() {
    LedgerTransaction posted = posted(new EntryBody.DrawerOpened(1, gbp("100.00")));

    assertThat(amounts(posted)).isEqualTo(Map.of("1010", gbp("100.00"), "1000", gbp("-100.00")));
  }

  @Test
  void drawerCountedShortEndsAtZeroAndShowsTheLoss() {
    LedgerTransaction posted = posted(new EntryBody.DrawerClosed(1, gbp("150.00"), gbp("148.50")));

    assertThat(amounts(posted))
        .isEqualTo(Map.of("1010", gbp("-150.00"), "1000", gbp("148.50"), "5900", gbp("1.50")));
  }

  @Test
  void drawerCountedOverShowsTheGain() {
    LedgerTransaction posted = posted(new EntryBody.DrawerClosed(1, gbp("150.00"), gbp("151.00")));

    assertThat(amounts(posted))
        .isEqualTo(Map.of("1010", gbp("-150.00"), "1000", gbp("151.00"), "5900", gbp("-1.00")));
  }

  @Test
  void exchangePostsWhatWentOutAndWhatCameBackApart() {
    List<TicketLine> lines = List.of(line(1, 1, "24.00"), line(2, -1, "12.00"));
    Ticket exchange =
        Ticket.of(
            "S01-R01-9",
            TicketKind.EXCHANGE,
            1,
            null,
            lines,
            List.of(new Tender.Cash(gbp("12.00"))),
            gbp("0.00"));

    LedgerTransaction posted = posted(new EntryBody.TicketCompleted(3, exchange));

    assertThat(posted.kind()).isEqualTo(LedgerTransaction.Kind.EXCHANGE);
    assertThat(amounts(posted))
        .isEqualTo(
            Map.of(
                "1010",
                gbp("12.00"),
                "4000",
                gbp("-20.00"),
                "4900",
                gbp("10.00"),
                "2010",
                gbp("-2.00")));
  }

  @Test
  void everyTenderHasItsAccountAndRoundingToo() {
    Ticket sale =
        Ticket.of(
            "S01-R01-10",
            TicketKind.SALE,
            1,
            null,
            List.of(line(1, 1, "60.02")),
            List.of(
                new Tender.Card(
                    gbp("20.00"),
                    new CardPayment(
                        "k1", "Visa", "************1111", "t", CardApproval.ONLINE, "7")),
                new Tender.StoredValue(gbp("10.00"), StoredValueKind.GIFT, "G1", true),
                new Tender.StoredValue(gbp("5.00"), StoredValueKind.CREDIT, "C1", true),
                new Tender.Deposit(gbp("5.00"), "S01-R01-D1"),
                Tender.ForeignCash.of(
                    Money.parse("EUR 10.00"), new BigDecimal("0.85"), CurrencyUnit.GBP),
                new Tender.Cash(gbp("12.00"))),
            gbp("0.50"),
            null,
            TicketParticulars.NONE,
            gbp("-0.02"));

    LedgerTransaction posted = posted(new EntryBody.TicketCompleted(3, sale));

    Map<String, Money> amounts = amounts(posted);
    assertThat(amounts.get("1100")).isEqualTo(gbp("20.00"));
    assertThat(amounts.get("2100")).isEqualTo(gbp("10.00"));
    assertThat(amounts.get("2110")).isEqualTo(gbp("5.00"));
    assertThat(amounts.get("2200")).isEqualTo(gbp("5.00"));
    assertThat(amounts.get("1020")).isEqualTo(gbp("8.50"));
    assertThat(amounts.get("1010")).isEqualTo(gbp("11.50"));
    assertThat(amounts.get("5890")).isEqualTo(gbp("0.02"));
  }

  @Test
  void whatIsOwedToCustomersIsALiabilityUntilItIsDelivered() {
    TicketParticulars paid =
        TicketParticulars.NONE
            .charging(new Charge.StoredValueSold(gbp("25.00"), StoredValueKind.GIFT, "G1", false))
            .charging(new Charge.DepositPaid(gbp("10.00"), "S01-R01-D1"))
            .charging(new Charge.Fee(gbp("3.00"), "Cancellation", "S01-R01-D2"))
            .charging(new Charge.DepositPaid(gbp("-8.00"), "S01-R01-D2"));
    Ticket ticket =
        Ticket.of(
            "S01-R01-11",
            TicketKind.SALE,
            0,
            null,
            List.of(),
            List.of(new Tender.Cash(gbp("30.00"))),
            gbp("0.00"),
            null,
            paid,
            gbp("0.00"));

    assertThat(amounts(posted(new EntryBody.TicketCompleted(3, ticket))))
        .isEqualTo(
            Map.of(
                "1010",
                gbp("30.00"),
                "2100",
                gbp("-25.00"),
                "2200",
                gbp("-2.00"),
                "4800",
                gbp("-3.00")));
  }

  @Test
  void cashThatMovesHasItsOtherSide() {
    assertThat(amounts(posted(moved(CashMovement.PAY_IN, "50.00"))))
        .isEqualTo(Map.of("1010", gbp("50.00"), "4810", gbp("-50.00")));
    assertThat(amounts(posted(moved(CashMovement.PAY_OUT, "12.40"))))
        .isEqualTo(Map.of("1010", gbp("-12.40"), "5800", gbp("12.40")));
    assertThat(amounts(posted(moved(CashMovement.DROP, "100.00"))))
        .isEqualTo(Map.of("1010", gbp("-100.00"), "1000", gbp("100.00")));
  }

  @Test
  void foreignCashThatIsMissingIsLostAtTheValueItWasTakenFor() {
    EntryBody.ForeignCount short5 =
        new EntryBody.ForeignCount(
            Money.parse("EUR 20.00"), Money.parse("EUR 15.00"), gbp("17.00"));

    LedgerTransaction posted =
        posted(
            new EntryBody.DrawerClosed(
                1, gbp("150.00"), gbp("150.00"), List.of(), List.of(short5)));

    assertThat(amounts(posted))
        .isEqualTo(
            Map.of(
                "1010",
                gbp("-150.00"),
                "1000",
                gbp("150.00"),
                "1020",
                gbp("-4.25"),
                "5900",
                gbp("4.25")));
  }

  @Test
  void cardPaymentDeclinedAfterwardsIsALoss() {
    LedgerTransaction posted =
        posted(new CardEntry.Forwarded(1, "k1", "S01-R01-4", gbp("20.00"), null, "Stolen card"));

    assertThat(posted.kind()).isEqualTo(LedgerTransaction.Kind.CARD_DECLINED);
    assertThat(amounts(posted)).isEqualTo(Map.of("1100", gbp("-20.00"), "5810", gbp("20.00")));
  }

  private static DrawerEntry.CashMoved moved(CashMovement movement, String amount) {
    return new DrawerEntry.CashMoved(1, movement, gbp(amount), "A reason", null);
  }

  private static TicketLine line(int number, int quantity, String price) {
    return TicketLine.of(
        number,
        "A" + number,
        "A" + number,
        "Thing",
        BigDecimal.valueOf(quantity),
        gbp(price),
        new TaxRate("OTHER", new BigDecimal("20"), TaxMode.INCLUSIVE),
        null);
  }

  @Test
  void voidedTicketPostsNothing() {
    Ticket sale = ticket(TicketKind.SALE, 1, "12.00", "12.00", "0.00");

    assertThat(
            rules.transactionOf(
                tape.entry(new EntryBody.TicketVoided(1, sale.lines(), sale.total()))))
        .isEmpty();
  }

  @Test
  void ticketWorthNothingPostsNothing() {
    Ticket gift = ticket(TicketKind.SALE, 1, "0.00", "0.00", "0.00");

    assertThat(rules.transactionOf(tape.entry(new EntryBody.TicketCompleted(1, gift)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 20261122})
  void anyTicketPostsBalancedAndMovesItsTotalThroughTheDrawer(long seed) {
    Baskets baskets = new Baskets(seed);

    for (int i = 0; i < 1_000; i++) {
      Ticket ticket = baskets.any("S01-R01-" + i);

      rules
          .transactionOf(tape.entry(new EntryBody.TicketCompleted(1, ticket)))
          .ifPresentOrElse(
              posted -> {
                Map<String, Money> amounts = amounts(posted);
                assertThat(amounts.values().stream().reduce(gbp("0.00"), Money::plus))
                    .as("seed %d, %s", seed, ticket)
                    .isEqualTo(gbp("0.00"));
                assertThat(amounts.get("1010")).as("seed %d", seed).isEqualTo(ticket.total());
              },
              () -> assertThat(ticket.total().isZero()).as("seed %d, %s", seed, ticket).isTrue());
    }
  }

  @Test
  void mixedCurrenciesAreRefused() {
    assertThatThrownBy(
            () -> posted(new EntryBody.DrawerClosed(1, gbp("5.00"), Money.parse("EUR 5.00"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unbalancedTransactionCannotBeBuilt() {
    assertThatThrownBy(() ->
            new LedgerTransaction(
                tape.entry(new EntryBody.DrawerOpened(1, gbp("1.00"))).id(),
                LedgerTransaction.Kind.SALE,
                LaneTape.DAY,
                1,
                "wrong",
                List.of(
                    new Posting("1010", gbp("5.00"), "a"), new Posting("4000", gbp("-4.99"), "b"))))
        .hasMessageContaining("out of balance by GBP 0.01");
  }

  private LedgerTransaction posted(EntryBody body) {
    return rules.transactionOf(tape.entry(body)).orElseThrow();
  }

  private static Map<String, Money> amounts(LedgerTransaction transaction) {
    Map<String, Money> amounts = new TreeMap<>();
    transaction.postings().forEach(p -> amounts.merge(p.account(), p.amount(), Money::plus));
    return amounts;
  }

  private static Ticket ticket(
      TicketKind kind, int quantity, String price, String tendered, String change) {
    TaxRate rate = new TaxRate("standard", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);
    TicketLine line =
        TicketLine.of(1, "A1", "A1", "Lamp", BigDecimal.valueOf(quantity), gbp(price), rate, null);
    return Ticket.of(
        "S01-R01-1",
        kind,
        1,
        null,
        List.of(line),
        List.of(new Tender.Cash(gbp(tendered))),
        gbp(change));
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
