package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** The drawer goes to somebody else in the middle of the day, and back. */
final class HandingOver implements Task {

  @Override
  public String name() {
    return "Handing the drawer over";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    Panel reading = till.open("x-reading");
    String counted = ClosingTheDrawer.inDrawer(reading);
    reading.close();
    Panel drawers = till.open("drawers");
    drawers.fill("to", shop.manager().id()).fill("counted", counted);
    photos.take("drawer-hand-over");
    drawers.touch("Hand over");
    assertThat(till.page().locator("#pin-form")).isVisible();
    till.signOn(shop.manager());
    till.open("drawers").fill("to", shop.clerk().id()).touch("Hand over");
    till.signOn(shop.clerk());
  }
}
