package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.tillbridge.it.page.TillPage;

/** By name, by the shop's own keys, and where every function is. */
final class FindingItems implements Task {

  @Override
  public String name() {
    return "Finding an item";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    Locator hits = till.page().locator("#hits .hit");
    till.typeOnly("cok");
    assertThat(hits).hasCount(2);
    till.press("ArrowDown");
    photos.takeInAllSizes("find-by-name");
    till.press("Enter");
    assertThat(till.page().locator("#lines tr[data-line]")).hasCount(1);

    till.press("+");
    assertThat(till.page().locator("#panel .favourites .tiles").first()).isVisible();
    photos.takeInAllSizes("find-favourites");
    till.press("Escape");

    till.menu("weigh");
    photos.takeInAllSizes("functions");
    till.press("Escape");
    till.ready();
    till.exactCash();
  }
}
