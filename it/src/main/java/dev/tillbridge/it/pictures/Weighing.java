package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** With the label of a scale, with the register's own scale, and with the weight typed. */
final class Weighing implements Task {

  @Override
  public String name() {
    return "Weighed goods";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.scan(GiftShop.cheeseLabel(), "0.350*3322");
    till.device("Put 1.236 kg on", "Scale: 1.236 kg");
    till.scan(GiftShop.APPLES);
    assertThat(till.page().locator("#lines tr.newest")).containsText("1.236");
    till.picture("weighed-goods");
    till.device("Clear the scale", "Scale: 0");
    till.exactCash();
  }
}
