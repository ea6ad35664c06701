package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
    picture(hq, camera, "/", "By store and hour", "sales");
    menu(hq, camera);
    picture(hq, camera, "/stream", "HQ has everything", "stream");
    picture(hq, camera, "/trial-balance", "Debits equal credits", "trial-balance");
    picture(hq, camera, "/prices", "Compared", "prices");
    picture(hq, camera, "/tickets", "S01-R01-1", "tickets");
    picture(hq, camera, "/documents", "Petra Čop", "documents");
    picture(hq, camera, "/stored-value", "Gift certificates", "stored-value");
    picture(hq, camera, "/customers", "Ana Horvat", "customers");
    picture(hq, camera, "/events", "Winter fair", "events");
    picture(hq, camera, "/exceptions", "xception", "exceptions");
  }

  /** Of a page that has this text by now, in both themes. */
  private static void picture(HqPage hq, Camera camera, String path, String text, String name) {
    hq.show(path);
    assertThat(hq.page().locator("main")).containsText(text);
    camera.takeInBothThemes("hq-" + name);
  }

  /** The menu's group unfolded, and folded up again. */
  private static void menu(HqPage hq, Camera camera) {
    Locator group = hq.page().locator(".nav-group summary");
    group.click();
    camera.take("hq-menu");
    group.click();
  }
}
