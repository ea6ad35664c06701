package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** A manager takes the register to a fair; its drawer is closed before and after. */
final class AtAnEvent implements Task {

  private static final String LIST =
      """
      1001,,5.00
      1102,,7.00
      1109,,3.00
      2001,,2.00
      2009,,5.00
      HOT1,Mulled wine,4.50,STANDARD
      HOT2,Hot apple juice,3.00,STANDARD
      HOT3,Roast chestnuts,5.00,ZERO
      """;

  @Override
  public String name() {
    return "At an event";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.signOff();
    till.signOn(shop.manager());
    Panel start = till.open("offsite");
    start.fill("name", "Winter fair").fill("place", "Town square").fill("list", LIST);
    photos.take("event-start");
    start.press("Start the event");
    till.openDrawer("60");
    till.ring("HOT1", "2*HOT2", "1001");
    till.open("offsite");
    photos.takeInAllSizes("event");
    till.panel().close();
    till.exactCash();

    till.open("count").fill("counted", "75.50").press("Count and close");
    till.says("counted");
    till.open("offsite").press("End the event");
    till.says("The event is over");
    till.upToDate();
    assertThat(till.status()).not().containsText("Winter fair");
  }
}
