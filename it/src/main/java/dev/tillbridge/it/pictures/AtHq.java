package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;

/** What the accountant sees of all this. */
final class AtHq implements Task {

  @Override
  public String name() {
    return "At HQ";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    HqPage hq = shop.hq();
    Camera camera = shop.camera(hq.page());
    picture(hq, camera, "/documents", "Petra Čop");
    picture(hq, camera, "/stored-value", "Gift certificates");
    picture(hq, camera, "/customers", "Ana Horvat");
    picture(hq, camera, "/events", "Winter fair");
    picture(hq, camera, "/exceptions", "xception");
  }

  /** Of a page that has this text by now. */
  private static void picture(HqPage hq, Camera camera, String path, String text) {
    hq.show(path);
    assertThat(hq.page().locator("main")).containsText(text);
    camera.take("hq-" + path.substring(1));
  }
}
