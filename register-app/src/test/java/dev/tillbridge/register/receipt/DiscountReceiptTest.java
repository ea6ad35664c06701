package dev.tillbridge.register.receipt;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.register.lane.Books;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountReceiptTest {

  private final Shop shop =
      Shop.withClerk(
          Books.of(
              7,
              Books.item("A", "LANTERN", "10.00"),
              Books.item("321", "APPLES", "1.99", Books.KG),
              Books.embedded("21", Carries.WEIGHT, 3)));

  @Test
  void discountsStandBeneathTheirLineAndTheSavingsAtTheEnd() {
    shop.lane.scan(Scan.of("A"));
    shop.lane.discount(Discount.amount(1, gbp("0.50"), "Damaged"));

    assertThat(printed())
        .containsSequence(
            "LANTERN                              10.00",
            "  Damaged                            -0.50")
        .contains("TOTAL                             GBP 9.50")
        .contains("YOU SAVED                         GBP 0.50");
  }

  @Test
  void aWeighedLineNamesItsUnitAndNothingIsSavedWithoutADiscount() {
    shop.lane.scan(Scan.of(Books.checked("210032100482")));

    assertThat(printed())
        .containsSequence("APPLES", "  0.482 kg x 1.99                     0.96")
        .noneMatch(line -> line.startsWith("YOU SAVED"));
  }

  private List<String> printed() {
    shop.lane.tenderExactCash();
    await().until(() -> !shop.devices.printed.isEmpty());
    return shop.devices.printed.getFirst().lines();
  }
}
