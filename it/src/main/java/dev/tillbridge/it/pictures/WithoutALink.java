package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.TillPage;

/** The line to the store is cut, and the till sells on. */
final class WithoutALink implements Task {

  @Override
  public String name() {
    return "Without a link";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.upToDate();
    shop.link().silentCut();
    photos.linked(false);
    till.ring("1001");
    till.exactCash();
    till.ring("2*2101");
    till.exactCash();
    assertThat(till.status()).containsText("2 records waiting");
    till.ring("1101", "1109", "2009");
    photos.take("without-a-link");
    till.exactCash();
    till.open("returns").fill("receipt", "S01-R02-1").touch("Find");
    till.panel().locator("[role=alert]").waitFor();
    photos.take("without-a-link-refused");
    till.panel().close();
    shop.link().restore();
    photos.linked(true);
    till.upToDate();
  }
}
