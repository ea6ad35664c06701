package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.item;
import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ben is a clerk and may take off 10 percent, Ann a manager and may take off everything. */
class HandDiscountTest {

  private final Shop shop =
      Shop.withClerk(
          Books.of(
              7,
              item("A", "Lantern", "10.00"),
              item("B", "Candle", "3.33"),
              item("C", "Card", "0.01")));

  @Test
  void aPercentageIsTakenOffALineWithItsReason() {
    shop.scan("B", "1");

    shop.lane.discount(Discount.percent(1, "10", "Damaged"));

    assertThat(discounts(1)).containsExactly(new LineDiscount(null, "Damaged", gbp("0.33")));
    assertThat(total()).isEqualTo("GBP 3.00");
  }

  @Test
  void aPercentageFollowsTheQuantityAndAnAmountDoesNot() {
    shop.scan("A", "1");
    shop.scan("A", "1");
    shop.lane.discount(Discount.percent(1, "10", "Damaged"));
    shop.lane.discount(Discount.amount(2, gbp("0.50"), "Price match"));

    shop.lane.changeQuantity(1, BigDecimal.valueOf(3));
    shop.lane.changeQuantity(2, BigDecimal.valueOf(2));

    assertThat(discounts(1)).extracting(LineDiscount::amount).containsExactly(gbp("3.00"));
    assertThat(discounts(2)).extracting(LineDiscount::amount).containsExactly(gbp("0.50"));
  }

  @Test
  void aTicketsDiscountIsSpreadToThePennyWithTheLargestRemainders() {
    shop.scan("A", "1");
    shop.scan("B", "1");
    shop.scan("B", "1");

    shop.lane.discount(Discount.amount(null, gbp("1.00"), "Goodwill"));

    assertThat(total()).isEqualTo("GBP 15.66");
    assertThat(discounts(1)).extracting(LineDiscount::amount).containsExactly(gbp("0.60"));
    assertThat(discounts(2)).extracting(LineDiscount::amount).containsExactly(gbp("0.20"));
    assertThat(discounts(3)).extracting(LineDiscount::amount).containsExactly(gbp("0.20"));
    assertThat(shop.lane.view().ticket().saved()).isEqualTo(gbp("1.00"));
  }

  @Test
  void aTicketsDiscountIsSharedAgainWhenALineComes() {
    shop.scan("A", "1");
    shop.lane.discount(Discount.percent(null, "10", "Goodwill"));

    shop.scan("A", "2");

    assertThat(total()).isEqualTo("GBP 27.00");
    assertThat(discounts(2)).extracting(LineDiscount::amount).containsExactly(gbp("2.00"));
  }

  @Test
  void anotherDiscountReplacesTheFirstAndNoughtTakesItAway() {
    shop.scan("A", "1");
    shop.lane.discount(Discount.percent(1, "5", "Damaged"));
    shop.lane.discount(Discount.amount(1, gbp("0.80"), "Price match"));
    assertThat(total()).isEqualTo("GBP 9.20");

    shop.lane.discount(Discount.amount(1, gbp("0.00"), ""));

    assertThat(total()).isEqualTo("GBP 10.00");
    assertThat(discounts(1)).isEmpty();
  }

  @Test
  void aDiscountStaysWithItsLineWhenOneBeforeItIsVoided() {
    shop.scan("B", "1");
    shop.scan("A", "1");
    shop.lane.discount(Discount.percent(2, "10", "Damaged"));

    shop.lane.voidLine(1);

    assertThat(total()).isEqualTo("GBP 9.00");
    assertThat(discounts(1)).hasSize(1);
  }

  @Test
  void aReturnPaysBackWhatWasPaid() {
    shop.lane.signOff();
    shop.lane.signOn("1001", "1234"); // without a receipt only a manager takes goods back
    shop.kind(TicketKind.RETURN);
    shop.scan("A", "1");

    shop.lane.discount(Discount.percent(1, "10", "Bought at a discount"));

    assertThat(total()).isEqualTo("GBP -9.00");
    assertThat(discounts(1)).extracting(LineDiscount::amount).containsExactly(gbp("-1.00"));
  }

  @Test
  void theJournalHasTheDiscountWithItsReason() {
    shop.scan("A", "1");
    shop.lane.discount(Discount.percent(1, "10", " Damaged "));

    shop.lane.tenderExactCash();

    Ticket ticket =
        ((EntryBody.TicketCompleted) shop.journal.entries().getLast().entry().body()).ticket();
    assertThat(ticket.total()).isEqualTo(gbp("9.00"));
    assertThat(ticket.lines().getFirst().discounts())
        .containsExactly(new LineDiscount(null, "Damaged", gbp("1.00")));
  }

  @Test
  void aClerksLimitIsNamedAndAManagerMaySignOnOverTheClerkAndGiveMore() {
    shop.scan("A", "1");

    Outcome refused = shop.lane.discount(Discount.percent(1, "11", "Damaged"));
    assertThat(message(refused))
        .isEqualTo(
            "Ben may take 10 % off by hand: GBP 1.00 for Lantern, not GBP 1.10."
                + " Give less, or have somebody allow it who may (Approve), or ask a manager to sign on over you.");
    shop.lane.signOn("1001", "1234");
    shop.lane.discount(Discount.percent(1, "11", "Damaged"));

    assertThat(total()).isEqualTo("GBP 8.90");
    assertThat(shop.lane.signOn("1002", "5678")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aLowerPriceCountsTowardTheLimitAndAHigherOneDoesNot() {
    shop.scan("A", "1");

    assertThat(shop.lane.overridePrice(1, gbp("8.99"), "shelf"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.overridePrice(1, gbp("9.50"), "shelf")).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.discount(Discount.amount(1, gbp("0.51"), "Damaged")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.discount(Discount.amount(1, gbp("0.50"), "Damaged")))
        .isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.overridePrice(1, gbp("99.00"), "set")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void voidingALineCannotCarryATicketsDiscountOverTheLimit() {
    shop.scan("A", "1");
    shop.scan("A", "1");
    shop.lane.discount(Discount.amount(null, gbp("1.50"), "Goodwill"));

    Outcome outcome = shop.lane.voidLine(2);

    assertThat(message(outcome)).contains("Ben may take 10 % off");
    assertThat(shop.lane.view().ticket().lines()).hasSize(2);
  }

  @Test
  void whatAManagerGaveDoesNotStopTheClerkAfterARestart() {
    shop.scan("A", "1");
    shop.lane.signOn("1001", "1234");
    shop.lane.discount(Discount.percent(1, "50", "Damaged"));

    shop.restart().signOn("1002", "5678");
    Outcome outcome = shop.scan("B", "1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(total()).isEqualTo("GBP 8.33");
  }

  @Test
  void whatIsNoDiscountIsRefused() {
    assertThat(message(shop.lane.discount(Discount.percent(null, "5", "x"))))
        .contains("The ticket is empty");
    shop.scan("A", "1");

    assertThat(message(shop.lane.discount(Discount.percent(1, "5", " "))))
        .contains("needs a reason");
    assertThat(message(shop.lane.discount(Discount.percent(1, "101", "x"))))
        .contains("allowed is 0 to 100 %");
    assertThat(message(shop.lane.discount(Discount.percent(1, "-1", "x")))).contains("allowed is");
    assertThat(message(shop.lane.discount(Discount.percent(2, "5", "x"))))
        .contains("There is no line 2");
    assertThat(discounts(1)).isEmpty();
  }

  @Test
  void aDiscountTooSmallForAPennyTakesNothingOff() {
    shop.scan("C", "1");

    shop.lane.discount(Discount.percent(1, "10", "Damaged"));

    assertThat(total()).isEqualTo("GBP 0.01");
  }

  private List<LineDiscount> discounts(int line) {
    return shop.lane.view().ticket().lines().get(line - 1).discounts();
  }

  private String total() {
    return shop.lane.view().ticket().total().toString();
  }

  private static String message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().message();
  }
}
