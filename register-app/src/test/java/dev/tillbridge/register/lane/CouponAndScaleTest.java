package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.checked;
import static dev.tillbridge.register.lane.Books.item;
import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Coupons, customer groups, and labels that carry a price or a weight. */
class CouponAndScaleTest {

  private final Shop shop =
      Shop.withClerk(
          Books.of(
              7,
              item("A", "Lantern", "10.00"),
              item("321", "Apples", "1.99", Books.KG),
              item("654", "Cheese", "12.50", Books.KG),
              item("E", "Egg", "0.40", Books.EACH),
              Books.embedded("21", Carries.WEIGHT, 3),
              Books.embedded("22", Carries.PRICE, 2),
              Books.tenPercent("P1", "SAVE10", null),
              Books.tenPercent("P2", null, "STAFF")));

  @Test
  void aCouponOfTheBookIsTakenOnceHoweverItIsWritten() {
    shop.scan("A", "1");

    assertThat(shop.lane.coupon(" save10 ")).isInstanceOf(Outcome.Done.class);

    assertThat(context().coupons()).containsExactly("SAVE10");
    assertThat(message(shop.lane.coupon("SAVE10"))).contains("is on this ticket already");
    shop.lane.withoutCoupon("SAVE10");
    assertThat(context().coupons()).isEmpty();
  }

  @Test
  void aScannedCouponIsTakenAsOne() {
    shop.scan("A", "1");

    shop.lane.scan(Scan.of("SAVE10"));

    assertThat(context().coupons()).containsExactly("SAVE10");
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void aCouponNoPromotionAsksForIsRefused() {
    assertThat(message(shop.lane.coupon("SAVE10"))).contains("The ticket is empty");
    shop.scan("A", "1");

    assertThat(message(shop.lane.coupon("SAVE99")))
        .contains("No promotion in price book 7 asks for the coupon \"SAVE99\"");
  }

  @Test
  void aCustomerGroupIsOneThatSomePromotionIsFor() {
    shop.scan("A", "1");

    assertThat(message(shop.lane.customerGroup("GOLD"))).contains("It has STAFF.");
    shop.lane.customerGroup("staff");
    assertThat(context().customerGroup()).isEqualTo("STAFF");
    shop.lane.customerGroup("");

    assertThat(context().customerGroup()).isNull();
  }

  @Test
  void aWeighedLabelGivesTheQuantity() {
    shop.lane.scan(Scan.of(checked("210032100482")));

    TicketLine line = shop.lane.view().ticket().lines().getFirst();
    assertThat(line.item()).isEqualTo("321");
    assertThat(line.quantity()).isEqualByComparingTo("0.482");
    assertThat(line.amount()).isEqualTo(gbp("0.96"));
    assertThat(there(line.basis()).embedded()).isEqualTo(Carries.WEIGHT);
    assertThat(shop.lane.view().ticket().units()).containsEntry("321", "kg");
  }

  @Test
  void aPricedLabelGivesThePrice() {
    shop.scan(checked("220065400377"), "2");

    TicketLine line = shop.lane.view().ticket().lines().getFirst();
    assertThat(line.unitPrice()).isEqualTo(gbp("3.77"));
    assertThat(line.amount()).isEqualTo(gbp("7.54"));
    assertThat(line.override()).isNull();
  }

  @Test
  void theWeightOnALabelIsNeitherMultipliedNorChanged() {
    String label = checked("210032100482");

    assertThat(message(shop.scan(label, "3"))).contains("Scan each label by itself");
    shop.lane.scan(Scan.of(label));
    assertThat(message(shop.lane.changeQuantity(1, BigDecimal.TWO)))
        .contains("The label of Apples says 0.482");
  }

  @Test
  void aQuantityHasNoMoreDecimalsThanItsUnit() {
    assertThat(message(shop.scan("E", "1.5")))
        .isEqualTo("Egg is sold by each, whole numbers only; 1.5 is not possible.");
    shop.scan("E", "6");
    assertThat(message(shop.lane.changeQuantity(1, new BigDecimal("0.5"))))
        .contains("whole numbers only");

    assertThat(shop.scan("321", "0.482")).isInstanceOf(Outcome.Done.class);
  }

  private PricingContext context() {
    return there(shop.lane.view().ticket().pricing());
  }

  private static String message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().message();
  }
}
