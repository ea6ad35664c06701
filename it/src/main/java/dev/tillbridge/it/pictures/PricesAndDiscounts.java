package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Another price, discounts by hand, a coupon, a refusal, and why something costs what it costs. */
final class PricesAndDiscounts implements Task {

  @Override
  public String name() {
    return "Prices and discounts";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring("1009", "2*1002");
    till.press("ArrowUp", "F5");
    till.asks("Discount on Wall clock");
    till.typeOnly("10%");
    photos.take("discount-how-much");
    till.press("Enter");
    till.asks("Why 10% off");
    photos.take("discount-why");
    till.type("1");
    till.asks("Scan or type a code");

    till.ring("1003");
    till.typeThen("17.10", "F4");
    till.answer("Why £17.10", "2");
    till.press("F11");
    till.answer("Coupon", "WELCOME5");
    assertThat(till.page().locator(".ticket-head")).containsText("WELCOME5");
    till.press("ArrowUp", "ArrowUp");
    till.page().keyboard().press("?");
    assertThat(till.page().locator("details.why[open]").first()).isVisible();
    photos.take("discount-why-this-price");
    till.page().keyboard().press("?");

    till.press("Escape");
    till.typeThen("30%", "F5");
    till.answer("Why 30% off", "4");
    till.says("may take 10 % off by hand");
    photos.take("discount-refused");
    Panel approve = till.open("approve");
    approve.fill("operator", shop.manager().id()).fill("pin", shop.manager().secret());
    photos.take("discount-approve");
    approve.press("Approve");
    till.exactCash();
  }
}
