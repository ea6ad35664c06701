package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Goods come back by their receipt, for money or for other goods, and without a receipt. */
final class TakingBack implements Task {

  @Override
  public String name() {
    return "Taking goods back";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring("2*1002", "1004", "1103");
    String sold = till.exactCash();

    till.open("returns");
    photos.take("return-find");
    till.panel().fill("receipt", sold).touch("Find").shows("Ticket " + sold);
    till.panel().fill("q2", "1").fill("reason", "Wrong colour");
    photos.takeInAllSizes("return-receipt");
    till.panel().press("Take back the chosen");
    assertThat(till.page().locator(".total.return")).isVisible();
    photos.take("return-pay-out");
    till.payOut();
    photos.take("return-done");

    till.type(sold);
    till.panel()
        .shows("Ticket " + sold)
        .fill("q3", "1")
        .fill("reason", "Damaged")
        .press("Take back the chosen");
    till.ring("1101");
    assertThat(till.page().locator(".ticket-head h1")).hasText("Exchange");
    photos.take("return-exchange");
    till.exactCash();
    withoutReceipt(shop, till, photos);
  }

  private static void withoutReceipt(Shop shop, TillPage till, Photographer photos) {
    till.signOff();
    till.signOn(shop.manager());
    Panel why = till.open("returns").form("form:has([value=RETURN])");
    why.fill("reason", "Too large");
    photos.take("return-no-receipt");
    why.press("Return without receipt");
    till.ring("1010");
    photos.take("return-no-receipt-goods");
    till.payOut();
    till.signOff();
    till.signOn(shop.clerk());
  }
}
