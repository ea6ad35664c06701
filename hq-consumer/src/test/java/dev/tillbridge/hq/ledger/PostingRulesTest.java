package dev.tillbridge.hq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
