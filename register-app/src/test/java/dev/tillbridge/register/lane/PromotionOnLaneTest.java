package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.item;
import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.ticket.LineDiscount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promotions of the book beside discounts by hand, on the open ticket. */
class PromotionOnLaneTest {

  private final Shop shop =
      Shop.withClerk(
          Books.of(
              7,
              item("A", "Lantern", "10.00"),
              item("B", "Candle", "3.00"),
              new Promotion(
                  "M1",
                  "3 for 2",
                  Validity.ALWAYS,
                  0,
                  false,
                  null,
                  null,
                  Selection.ofItems("B"),
                  new Reward.Multibuy(3, 2)),
              new Promotion(
                  "C1",
                  "Coupon lantern",
                  Validity.ALWAYS,
                  0,
                  false,
                  "SAVE10",
                  null,
                  Selection.ofItems("A"),
                  new Reward.AmountOff(gbp("1.00")))));

  @Test
  void aPromotionComesAndGoesWithTheLinesThatEarnIt() {
    shop.scan("B", "2");
    assertThat(total()).isEqualTo("GBP 6.00");

    shop.scan("B", "1");
    assertThat(total()).isEqualTo("GBP 6.00");
    assertThat(shop.lane.view().ticket().saved()).isEqualTo(gbp("3.00"));
    shop.lane.voidLine(2);

    assertThat(total()).isEqualTo("GBP 6.00");
    assertThat(shop.lane.view().ticket().saved()).isEqualTo(gbp("0.00"));
  }

  @Test
  void aCouponLowersWhatItIsForAndTakingItOffRestoresThePrice() {
    shop.scan("A", "1");

    shop.lane.coupon("save10");
    assertThat(total()).isEqualTo("GBP 9.00");
    shop.lane.withoutCoupon("SAVE10");

    assertThat(total()).isEqualTo("GBP 10.00");
  }

  @Test
  void aDiscountByHandIsOfWhatThePromotionLeaves() {
    shop.scan("A", "1");
    shop.lane.coupon("SAVE10");

    shop.lane.discount(Discount.percent(1, "10", "Damaged"));

    List<LineDiscount> discounts = shop.lane.view().ticket().lines().getFirst().discounts();
    assertThat(discounts)
        .containsExactly(
            new LineDiscount("C1", "Coupon lantern", gbp("1.00")),
            new LineDiscount(null, "Damaged", gbp("0.90")));
    assertThat(total()).isEqualTo("GBP 8.10");
  }

  private String total() {
    return shop.lane.view().ticket().total().toString();
  }
}
