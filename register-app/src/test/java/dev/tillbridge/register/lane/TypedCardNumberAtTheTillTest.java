package dev.tillbridge.register.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment card's number where an item's code belongs. */
class TypedCardNumberAtTheTillTest {

  /** Goods whose check digit is a card's check digit too. */
  private static final String GOODS = "4006381000093";

  private final Shop shop = Shop.open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "3782-822463-10005",
        "4111-1111-11111111",
        "%B4111111111111111^LIND/BO^4912201000000000?"
      })
  void cardScannedAsAnItemIsRefusedWithoutItsNumber(String typed) {
    Outcome outcome = shop.lane.scan(Scan.of(typed));

    assertThat(refusal(outcome)).isInstanceOf(LooksLikePaymentCard.class);
    assertThat(refusal(outcome).message()).doesNotContainPattern("[0-9]");
    assertThat(Words.in(Words.language("hr"), Words.formats("hr-HR")).refusal(refusal(outcome)))
        .startsWith("To izgleda kao broj platne kartice;")
        .doesNotContainPattern("[0-9]");
    assertThat(shop.lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void goodsOfThePriceBookAreRungWhateverTheirCodeLooksLike() {
    shop.book = Optional.of(new ShopBook(8).with(GOODS, "PENCIL", "GBP 1.10", ShopBook.STANDARD));

    shop.lane.scan(Scan.of(GOODS));

    assertThat(shop.lane.view().ticket().lines().getFirst().item()).isEqualTo(GOODS);
  }

  @Test
  void goodsThatAreNotInThePriceBookAreUnknownAndNotSaidInFull() {
    assertThat(refusal(shop.lane.scan(Scan.of(GOODS))))
        .isEqualTo(new Refusal.UnknownBarcode("400638*******", 7));
    assertThat(refusal(shop.lane.scan(Scan.of("3850000000017"))))
        .isEqualTo(new Refusal.UnknownBarcode("3850000000017", 7));
  }

  @Test
  void couponThatIsACardIsRefusedWithoutItsNumber() {
    shop.lane.scan(Scan.of("22752"));

    assertThat(refusal(shop.lane.coupon("4111 1111 1111 1111")))
        .isInstanceOf(LooksLikePaymentCard.class);
  }

  @Test
  void limitOfACodeDoesNotRepeatTheNumberInIt() {
    Scan tooLong =
        Scan.of(
            "%B4111111111111111^" + "LIND/BO ".repeat(10) + "^4912201000000000?", BigDecimal.ONE);

    assertThat(refusal(shop.lane.scan(tooLong)).message())
        .contains("%B411111**********^L")
        .doesNotContain("41111111");
  }

  private static Refusal refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }
}
