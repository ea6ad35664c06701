package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Goods come back by their receipt, for money or for other goods, and without a receipt. */
final class TakingBack implements Task {

  @Override
  public String name() {
    return "Taking goods back";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.scan("2*1002", "1004", "1103");
    String sold = till.exactCash();

    till.open("returns");
    till.picture("return-find");
    till.panel().fill("receipt", sold).touch("Find").shows("Ticket " + sold);
    till.panel().fill("q2", "1");
    till.pictures("return-receipt");
    till.panel().press("Take back the chosen");
    assertThat(till.page().locator(".total.return")).isVisible();
    till.picture("return-pay-out");
    till.payOut();
    till.picture("return-done");

    till.type(sold);
    till.panel().shows("Ticket " + sold).fill("q3", "1").press("Take back the chosen");
    till.scan("1101");
    assertThat(till.page().locator(".ticket-head h1")).hasText("Exchange");
    till.picture("return-exchange");
    till.exactCash();
  }
}
