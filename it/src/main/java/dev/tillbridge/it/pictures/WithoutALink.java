package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The line to the store is cut, and the till sells on. */
final class WithoutALink implements Task {

  @Override
  public String name() {
    return "Without a link";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.upToDate();
    shop.link().silentCut();
    till.linked(false);
    till.scan("1001");
    till.exactCash();
    till.scan("2*2101");
    till.exactCash();
    assertThat(till.status()).containsText("2 records waiting");
    till.scan("1101", "1109", "2009");
    till.picture("without-a-link");
    till.exactCash();
    till.open("returns").fill("receipt", "S01-R02-1").touch("Find");
    till.panel().locator("[role=alert]").waitFor();
    till.picture("without-a-link-refused");
    till.panel().close();
    shop.link().restore();
    till.linked(true);
    till.upToDate();
  }
}
