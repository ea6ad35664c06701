package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Another price, discounts by hand, a coupon, a refusal, and why something costs what it costs. */
final class PricesAndDiscounts implements Task {

  @Override
  public String name() {
    return "Prices and discounts";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.scan("1009", "2*1002");
    till.press("ArrowUp", "F5");
    till.asks("Discount on Wall clock");
    till.typeOnly("10%");
    till.picture("discount-how-much");
    till.press("Enter");
    till.asks("Why 10% off");
    till.picture("discount-why");
    till.type("1");
    till.asks("Scan or type a code");

    till.scan("1003");
    till.typeThen("17.10", "F4");
    till.answer("Why £17.10", "2");
    till.press("F11");
    till.answer("Coupon", "WELCOME5");
    assertThat(till.page().locator(".ticket-head")).containsText("WELCOME5");
    till.press("ArrowUp", "ArrowUp");
    till.page().keyboard().press("?");
    assertThat(till.page().locator("details.why[open]").first()).isVisible();
    till.picture("discount-why-this-price");
    till.page().keyboard().press("?");

    till.press("Escape");
    till.typeThen("30%", "F5");
    till.answer("Why 30% off", "4");
    till.says("may take 10 % off by hand");
    till.picture("discount-refused");
    Panel approve = till.open("approve");
    approve.fill("operator", shop.manager().id()).fill("pin", shop.manager().secret());
    till.picture("discount-approve");
    approve.press("Approve");
    till.exactCash();
  }
}
