package dev.tillbridge.register.payment;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cash of another currency, and cash where the small coins are gone. */
class ForeignCashTest {

  private final Shop shop = Shop.open();
  private Lane lane = shop.lane;

  @BeforeEach
  void rates() {
    shop.tenders =
        new TenderRules(
            new CashRounding(new BigDecimal("0.05")),
            new TreeMap<>(Map.of(CurrencyUnit.EUR, new BigDecimal("0.8512"))),
            CardRules.ASK_ALWAYS,
            Money.zero(CurrencyUnit.GBP),
            OperatorRole.MANAGER);
    lane = shop.restart();
    lane.signOn("1001", "1234");
  }

  @Test
  void foreignCashIsWorthItsRateAndChangeIsInTheShopsCurrency() {
    shop.scan("85123A", "2");

    lane.carryOut(new TakeForeignCash(eur("10")));

    assertThat(last().tenders())
        .containsExactly(new Tender.ForeignCash(gbp("8.51"), eur("10"), new BigDecimal("0.8512")));
    assertThat(last().change()).isEqualTo(gbp("3.41"));
    assertThat(Shop.there(lane.view().drawer()).cash()).isEqualTo(gbp("96.59"));
  }

  @Test
  void aPartInForeignCashLeavesTheRestDue() {
    shop.scan("22752", "1");

    lane.carryOut(new TakeForeignCash(eur("5")));
    Money due = lane.view().ticket().due();
    lane.tenderExactCash();

    assertThat(due).isEqualTo(gbp("3.40"));
    assertThat(last().tenders()).hasSize(2);
  }

  @Test
  void cashIsRoundedToTheCoinsThereAre() {
    shop.scan("71053", "2");

    lane.tenderExactCash();

    assertThat(last().total()).isEqualTo(gbp("6.78"));
    assertThat(last().rounding()).isEqualTo(gbp("0.02"));
    assertThat(last().tenders()).containsExactly(new Tender.Cash(gbp("6.80")));
  }

  @Test
  void aCurrencyWithoutARateIsNotTaken() {
    shop.scan("71053", "1");

    Outcome outcome = lane.carryOut(new TakeForeignCash(Money.of(CurrencyUnit.USD, 10)));

    assertThat(((Outcome.Refused) outcome).refusal().message())
        .isEqualTo("USD is not taken here; EUR is. Take another payment.");
  }

  @Test
  void moneyIsNotPaidOutInAnotherCurrency() {
    shop.kind(TicketKind.RETURN);
    shop.scan("71053", "1");

    Outcome outcome = lane.carryOut(new TakeForeignCash(eur("10")));

    assertThat(((Outcome.Refused) outcome).refusal())
        .isInstanceOf(TakeForeignCash.OwnCashOnly.class);
  }

  @Test
  void nothingAndWhatIsWorthNothingIsRefused() {
    shop.scan("71053", "1");

    assertThat(refusal(eur("0.00"))).isInstanceOf(Refusal.NotAllowed.class);
    assertThat(refusal(eur("0.01"))).isInstanceOf(TakeForeignCash.WorthNothing.class);
  }

  private Refusal refusal(Money foreign) {
    return ((Outcome.Refused) lane.carryOut(new TakeForeignCash(foreign))).refusal();
  }

  private Ticket last() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
