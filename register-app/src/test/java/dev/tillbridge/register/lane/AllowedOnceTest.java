package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.item;
import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Ben may take off 10 percent and Ann everything. What she allows on a line or a ticket is not
 * carried to anything else, by whatever way.
 */
class AllowedOnceTest extends WithAnApprover {

  AllowedOnceTest() {
    super(
        Shop.withClerk(
            Books.of(
                7,
                item("PENNY", "Gift wrap", "0.01"),
                item("CHEAP", "Card", "2.00"),
                item("DEAR", "Lantern", "100.00"))),
        Refusal.DiscountTooHigh.class);
  }

  @Test
  void aDiscountAllowedOnALineAllowsNoneOnAnother() {
    shop.scan("CHEAP", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.percent(1, "50", "Damaged")));

    refused(shop.lane.discount(Discount.percent(2, "50", "Damaged")));
    refused(shop.lane.overridePrice(2, gbp("50.00"), "Damaged"));
    refused(shop.lane.discount(Discount.percent(null, "11", "Damaged")));
    done(shop.lane.discount(Discount.percent(2, "10", "Damaged")));

    assertThat(total()).isEqualTo("GBP 91.00");
  }

  @Test
  void itAllowsNoOtherLineOfTheSameGoods() {
    shop.scan("DEAR", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.percent(1, "50", "Damaged")));

    refused(shop.lane.discount(Discount.percent(2, "50", "Damaged")));
    done(shop.lane.voidLine(1));
    refused(shop.lane.discount(Discount.percent(1, "50", "Damaged")));

    assertThat(total()).isEqualTo("GBP 100.00");
  }

  @Test
  void itAllowsNoMorePiecesAndFewerOnlyWhereThePercentageStays() {
    shop.scan("DEAR", "2");
    allowed(shop.lane.discount(Discount.percent(1, "50", "Damaged")));

    refused(shop.lane.changeQuantity(1, BigDecimal.valueOf(10)));
    done(shop.lane.changeQuantity(1, BigDecimal.ONE));
    refused(shop.lane.changeQuantity(1, BigDecimal.TWO));

    allowed(shop.lane.discount(Discount.amount(1, gbp("60.00"), "Damaged")));
    done(shop.lane.changeQuantity(1, BigDecimal.TWO));
    refused(shop.lane.changeQuantity(1, BigDecimal.ONE));
    assertThat(total()).isEqualTo("GBP 140.00");
  }

  @Test
  void aPriceAllowedOnALineAllowsNoLowerOneAndNoDiscountBesides() {
    shop.scan("DEAR", "1");
    allowed(shop.lane.overridePrice(1, gbp("50.00"), "Damaged"));

    refused(shop.lane.overridePrice(1, gbp("49.99"), "Damaged"));
    refused(shop.lane.discount(Discount.percent(1, "1", "Damaged")));
    done(shop.lane.overridePrice(1, gbp("60.00"), "Damaged"));
    refused(shop.lane.overridePrice(1, gbp("50.00"), "Damaged"));

    assertThat(total()).isEqualTo("GBP 60.00");
  }

  @Test
  void itStaysWithItsLineWhenOthersAreVoidedAndRungAndAfterAPowerCut() {
    shop.scan("CHEAP", "1");
    shop.scan("CHEAP", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.percent(3, "50", "Damaged")));
    allowed(shop.lane.discount(Discount.percent(2, "50", "Damaged")));
    done(shop.lane.voidLine(1));

    shop.restart().signOn("1002", "5678");
    done(shop.scan("DEAR", "1"));
    refused(shop.lane.discount(Discount.percent(3, "50", "Damaged")));
    done(shop.lane.voidLine(1));

    assertThat(total()).isEqualTo("GBP 150.00");
  }

  @Test
  void onHoldAndRecalledItStaysWithItsLineAndAllowsNoOther() {
    shop.scan("CHEAP", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.percent(1, "50", "Damaged")));
    done(shop.lane.carryOut(Begin.hold("coat")));
    String hold = shop.lane.state().open().documents().getFirst().number();
    done(shop.lane.carryOut(new Recall(hold)));

    done(shop.scan("CHEAP", "1"));
    refused(shop.lane.discount(Discount.percent(2, "50", "Damaged")));
    refused(shop.lane.discount(Discount.amount(2, gbp("50.00"), "Damaged")));
    refused(shop.lane.discount(Discount.amount(1, gbp("1.01"), "Damaged")));

    assertThat(total()).isEqualTo("GBP 103.00");
  }

  @Test
  void aPercentageAllowedOnTheTicketIsAlsoOffWhatIsRungAfterwards() {
    shop.scan("CHEAP", "1");
    allowed(shop.lane.discount(Discount.percent(null, "50", "Staff")));

    done(shop.scan("DEAR", "1"));
    done(shop.lane.changeQuantity(2, BigDecimal.TWO));
    done(shop.lane.voidLine(1));
    refused(shop.lane.discount(Discount.percent(null, "51", "Staff")));
    refused(shop.lane.discount(Discount.percent(1, "1", "Staff")));
    refused(shop.lane.overridePrice(1, gbp("99.00"), "Staff"));

    assertThat(total()).isEqualTo("GBP 100.00");
  }

  @Test
  void aDiscountAllowedOnALineIsNotTurnedIntoOneOnTheTicket() {
    shop.scan("CHEAP", "1");
    allowed(shop.lane.discount(Discount.percent(1, "50", "Damaged")));
    done(shop.lane.discount(Discount.percent(1, "0", "")));

    refused(shop.lane.discount(Discount.percent(null, "50", "Damaged")));

    assertThat(total()).isEqualTo("GBP 2.00");
  }

  @Test
  void anAmountAllowedOnTheTicketDoesNotGrowAndIsNotOffFewerGoods() {
    shop.scan("DEAR", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.amount(null, gbp("80.00"), "Goodwill")));

    done(shop.scan("DEAR", "1"));
    refused(shop.lane.voidLine(1));
    refused(shop.lane.discount(Discount.amount(null, gbp("80.01"), "Goodwill")));
    assertThat(total()).isEqualTo("GBP 220.00");

    done(shop.lane.discount(Discount.amount(null, gbp("0.00"), "")));
    done(shop.lane.voidLine(1));
    assertThat(total()).isEqualTo("GBP 200.00");
  }

  @Test
  void fewerGoodsUnderAnAmountCanBeAllowedInTheirTurn() {
    shop.scan("DEAR", "1");
    shop.scan("DEAR", "1");
    allowed(shop.lane.discount(Discount.amount(null, gbp("80.00"), "Goodwill")));

    allowed(shop.lane.voidLine(2));

    assertThat(total()).isEqualTo("GBP 20.00");
  }

  @Test
  void anAmountThatTookEverythingTakesNothingOffWhatIsRungAfterwards() {
    shop.scan("CHEAP", "1");
    allowed(shop.lane.discount(Discount.amount(null, gbp("100.00"), "Goodwill")));

    refused(shop.scan("DEAR", "1"));

    assertThat(total()).isEqualTo("GBP 0.00");
  }

  @Test
  void aPriceThatIsRaisedForAWhileMakesRoomForNothing() {
    shop.scan("DEAR", "1");
    done(shop.lane.overridePrice(1, gbp("1000.00"), "set"));
    done(shop.lane.discount(Discount.amount(1, gbp("90.00"), "Damaged")));
    refused(shop.lane.overridePrice(1, gbp("100.00"), "set"));
    done(shop.lane.discount(Discount.amount(1, gbp("0.00"), "")));
    done(shop.lane.discount(Discount.amount(null, gbp("90.00"), "Damaged")));

    refused(shop.lane.overridePrice(1, gbp("100.00"), "set"));

    assertThat(total()).isEqualTo("GBP 910.00");
  }

  @Test
  void aPercentageThatIsLittleOnSmallGoodsIsNoLessOfAPercentage() {
    shop.scan("PENNY", "1");

    refused(shop.lane.discount(Discount.percent(null, "100", "Staff")));
    refused(shop.lane.discount(Discount.percent(null, "11", "Staff")));
    done(shop.lane.discount(Discount.percent(null, "10", "Staff")));
    done(shop.scan("DEAR", "1"));

    assertThat(total()).isEqualTo("GBP 90.01");
  }

  @Test
  void aPercentageOnGoodsBackByTheirReceiptIsAskedForBeforeOthersAreRung() {
    shop.scan("DEAR", "1");
    done(shop.lane.tenderExactCash());
    Ticket sold = there(shop.lane.state().lastTicket());
    done(
        shop.lane.carryOut(
            new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.ONE)), "wrong one")));

    refused(shop.lane.discount(Discount.percent(null, "100", "Staff")));
    done(shop.scan("DEAR", "1"));

    assertThat(total()).isEqualTo("GBP 0.00");
  }

  @Test
  void anAmountOnTheTicketIsNotMovedToALineByAnotherThatBecomesCheaper() {
    shop.scan("DEAR", "1");
    shop.scan("DEAR", "1");
    done(shop.lane.discount(Discount.percent(2, "5", "Damaged")));
    done(shop.lane.overridePrice(1, gbp("1000.00"), "set"));
    done(shop.lane.discount(Discount.amount(null, gbp("57.00"), "Goodwill")));

    refused(shop.lane.overridePrice(1, gbp("500.00"), "set"));

    assertThat(total()).isEqualTo("GBP 1038.00");
  }

  @Test
  void whatWasReadBeforeAPowerCutIsNotWhatIsAskedAfterIt() {
    shop.scan("DEAR", "1");
    refused(shop.lane.discount(Discount.percent(1, "20", "Damaged")));
    long read = there(shop.lane.view().asked()).number();
    shop.clock.advance(Duration.ofSeconds(20));
    shop.restart().signOn("1002", "5678");
    refused(shop.lane.discount(Discount.percent(1, "90", "Damaged")));

    assertThat(refusal(shop.lane.approve("1001", "1234", read)))
        .isInstanceOf(Refusal.NothingToApprove.class);

    assertThat(total()).isEqualTo("GBP 100.00");
  }

  @Test
  void whoMayNotAllowItLeavesTheQuestionAsItWas() {
    shop.scan("CHEAP", "1");
    allowed(shop.lane.discount(Discount.amount(null, gbp("2.00"), "Goodwill")));
    refused(shop.lane.carryOut(new BlindReturn("damaged")));
    LaneView.Asked asked = there(shop.lane.view().asked());

    refused(shop.lane.approve("1003", "2468"));

    assertThat(shop.lane.view().asked()).isEqualTo(asked);
  }

  @Test
  void whoAllowsReadsWhatIsAskedAndWhatWasRefusedSinceIsNotDone() {
    shop.scan("DEAR", "1");
    refused(shop.lane.discount(Discount.percent(null, "20", "Damaged")));
    LaneView.Asked read = there(shop.lane.view().asked());
    assertThat(read.refusal().request())
        .isEqualTo(
            "20 % off the whole ticket, also off what is rung afterwards."
                + " By hand GBP 20.00 is off it then, GBP 20.00 of that off Lantern; Ben may take off 10 %.");
    refused(shop.lane.discount(Discount.percent(1, "90", "Damaged")));

    assertThat(shop.lane.approve("1001", "1234", read.number()))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(total()).isEqualTo("GBP 100.00");
    LaneView.Asked now = there(shop.lane.view().asked());
    assertThat(now.refusal().request())
        .isEqualTo(
            "GBP 90.00 off Lantern by hand; Ben may take off GBP 10.00."
                + " The whole ticket then has GBP 90.00 off by hand.");
    done(shop.lane.approve("1001", "1234", now.number()));
    assertThat(total()).isEqualTo("GBP 10.00");
    assertThat(shop.lane.view().asked()).isNull();
  }
}
