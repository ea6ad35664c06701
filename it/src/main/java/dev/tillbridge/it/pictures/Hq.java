package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.net.URI;

/** HQ's pages as the accountant reads them. */
final class Hq {

  private final Page page;
  private final Camera camera;
  private final URI address;

  Hq(Page page, Camera camera, URI address, SignOns.Person accountant) {
    this.page = page;
    this.camera = camera;
    this.address = address;
    page.navigate(address.toString());
    page.locator("input[name=person]").fill(accountant.id());
    page.locator("input[name=secret]").fill(accountant.secret());
    page.keyboard().press("Enter");
    assertThat(page.locator(".figure").first()).isVisible();
  }

  /** Unfolds the menu's group, takes a picture, and folds it up again. */
  void menu(String name) {
    page.locator(".nav-group summary").click();
    camera.take(name);
    page.locator(".nav-group summary").click();
  }

  /** Opens a page that has this text by now, and takes pictures of it in both themes. */
  void picture(String path, String text, String name) {
    page.navigate(address.resolve(path).toString());
    assertThat(page.locator("main")).containsText(text);
    camera.takeInBothThemes(name);
  }
}
