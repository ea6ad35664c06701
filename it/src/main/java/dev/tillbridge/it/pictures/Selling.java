package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.TillPage;

/** A sale from the first scan to the change, and what may be changed on the way. */
final class Selling implements Task {

  @Override
  public String name() {
    return "Selling";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring(GiftShop.barcode("1001"));
    till.ring("2*1002", GiftShop.barcode("1101"), GiftShop.barcode("2001"), "2*2002", "2003");
    till.ring(GiftShop.cheeseLabel(), GiftShop.barcode("1108"));
    photos.takeInAllSizes("sale-busy");

    till.press("ArrowUp", "ArrowUp");
    till.press("F2");
    till.asks("Quantity of");
    till.typeOnly("2");
    photos.take("sale-quantity");
    till.press("Enter");
    till.asks("Scan or type a code");

    till.press("F7");
    assertThat(till.page().locator("#confirm")).isVisible();
    photos.take("sale-void");
    till.press("Escape");
    till.asks("Scan or type a code");

    till.press("F8");
    till.asks("Cash received");
    till.typeOnly("60");
    photos.take("sale-cash");
    till.press("Enter");
    till.done();
    photos.takeInAllSizes("sale-change-due");
  }
}
