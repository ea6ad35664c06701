package dev.tillbridge.register.returns;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.drawer.HandOver;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.lane.WithAnApprover;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Ben may not take goods back without a receipt, and Ann allows these goods at this amount. */
class WithoutReceiptTest extends WithAnApprover {

  private static final String HOLDER = "85123A"; // 2.55
  private static final String LANTERN = "71053"; // 3.39

  WithoutReceiptTest() {
    super(Shop.withClerk(new ShopBook(7)), ReturnRefusal.NotWithoutReceipt.class);
  }

  @Test
  void eachLineIsAllowedByItselfAndOnlyOnce() {
    back();
    allowed(shop.scan(HOLDER, "1"));

    refused(shop.scan(HOLDER, "1"));
    refused(shop.scan(LANTERN, "1"));

    assertThat(total()).isEqualTo("GBP -2.55");
  }

  @Test
  void whoAllowsReadsTheGoodsAndTheirAmount() {
    back();
    refused(shop.scan(HOLDER, "3"));

    assertThat(there(shop.lane.view().asked()).refusal().request())
        .isEqualTo("GBP 7.65 back for 3 x WHITE HANGING HEART T-LIGHT HOLDER, without a receipt.");
  }

  @Test
  void moreIsPaidBackForALineOnlyWhenThatIsAllowedToo() {
    back();
    allowed(shop.scan(HOLDER, "2"));

    refused(shop.lane.overridePrice(1, gbp("255.00"), "was dearer"));
    refused(shop.lane.changeQuantity(1, BigDecimal.TEN));
    done(shop.lane.changeQuantity(1, BigDecimal.ONE));
    refused(shop.lane.changeQuantity(1, BigDecimal.TWO));
    allowed(shop.lane.overridePrice(1, gbp("3.00"), "was dearer"));

    assertThat(total()).isEqualTo("GBP -3.00");
  }

  @Test
  void aDiscountOnItIsNotTakenAwayAgain() {
    back();
    allowed(shop.scan(HOLDER, "1"));
    done(shop.lane.discount(Discount.percent(1, "10", "worn")));

    refused(shop.lane.discount(Discount.percent(1, "0", "")));
    refused(shop.lane.discount(Discount.percent(1, "5", "worn")));

    assertThat(total()).isEqualTo("GBP -2.29");
  }

  @Test
  void goodsTakenBackAtAHigherPriceAreOneQuestion() {
    back();

    refused(shop.lane.scan(new Scan(HOLDER, BigDecimal.ONE, gbp("99.00"), "was dearer", null)));
    assertThat(there(shop.lane.view().asked()).refusal().request()).startsWith("GBP 99.00 back");
    done(shop.lane.approve("1001", "1234"));

    assertThat(total()).isEqualTo("GBP -99.00");
  }

  @Test
  void goodsThatGoOutAreRungOnWithoutBeingAsked() {
    back();
    allowed(shop.scan(HOLDER, "1"));

    done(shop.lane.backToSale());
    done(shop.scan(LANTERN, "1"));
    done(shop.lane.voidLine(1));

    assertThat(total()).isEqualTo("GBP 3.39");
  }

  @Test
  void whatWasAskedIsForgottenWithTheNextCommand() {
    back();
    refused(shop.scan(HOLDER, "1"));
    done(shop.lane.backToSale());

    assertThat(refusal(shop.lane.approve("1001", "1234")))
        .isInstanceOf(Refusal.NothingToApprove.class);
    assertThat(shop.lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void anotherPersonSellsWhoeverWasAboutToTakeSomethingBack() {
    back();
    done(shop.lane.signOff());
    done(shop.lane.signOn("1002", "5678"));
    assertSelling();

    back();
    done(shop.lane.signOn("1001", "1234")); // a manager over the clerk
    assertSelling();
    done(shop.lane.signOff());
    done(shop.lane.signOn("1002", "5678"));

    back();
    done(shop.lane.carryOut(new HandOver("1001", null)));
    done(shop.lane.signOn("1001", "1234"));
    assertSelling();
  }

  @Test
  void aPowerCutTrainingOrAVoidedTicketLeavesNothingOfIt() {
    back();
    shop.restart();
    done(shop.lane.signOn("1002", "5678"));
    assertSelling();

    back();
    done(shop.lane.beginTraining());
    assertSelling();
    done(shop.lane.endTraining());
    assertSelling();

    back();
    allowed(shop.scan(HOLDER, "1"));
    done(shop.lane.voidTicket());
    assertSelling();
  }

  @Test
  void onHoldAndRecalledItAllowsNothingMore() {
    back();
    allowed(shop.scan(HOLDER, "1"));
    done(shop.lane.carryOut(Begin.hold("coat")));
    assertSelling();
    done(shop.lane.carryOut(new Recall(shop.lane.state().open().documents().getFirst().number())));

    refused(shop.lane.overridePrice(1, gbp("255.00"), "was dearer"));
    done(shop.scan(LANTERN, "1"));

    assertThat(total()).isEqualTo("GBP 0.84");
  }

  @Test
  void whoIsSignedOnAgainAtAnotherScreenGoesOn() {
    back();

    done(shop.lane.signOn("1002", "5678"));

    assertThat(shop.lane.view().ticket().kind()).isEqualTo(TicketKind.RETURN);
  }

  @Test
  void theTicketIsPaidOutAsAllowed() {
    back();
    allowed(shop.scan(HOLDER, "1"));

    done(shop.lane.tenderExactCash());

    assertThat(shop.journal.entries().getLast().entry().body())
        .isInstanceOf(EntryBody.TicketCompleted.class);
    assertSelling();
  }

  private void back() {
    done(shop.lane.carryOut(new BlindReturn("damaged")));
  }

  private void assertSelling() {
    assertThat(shop.lane.view().ticket().kind()).isEqualTo(TicketKind.SALE);
  }
}
