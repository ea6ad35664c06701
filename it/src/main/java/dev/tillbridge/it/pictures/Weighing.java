package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.TillPage;

/** With the label of a scale, with the register's own scale, and with the weight typed. */
final class Weighing implements Task {

  @Override
  public String name() {
    return "Weighed goods";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring(GiftShop.cheeseLabel(), "0.350*3322");
    till.counter().touch("Put 1.236 kg on", "Scale: 1.236 kg");
    till.ring(GiftShop.APPLES);
    assertThat(till.page().locator("#lines .newest")).containsText("1.236");
    photos.take("weighed-goods");
    till.counter().touch("Clear the scale", "Scale: 0");
    till.exactCash();
  }
}
