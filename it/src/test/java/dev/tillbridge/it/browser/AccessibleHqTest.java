package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tillbridge.hq.testing.BusyScreens;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.it.chromium.Chromium;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every page of HQ, with registers in every situation: WCAG AA in both themes, and the menu. */
@Tag("browser")
@Tag("drill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibleHqTest {

  private static final Path PICTURES = Path.of("target", "browser");
  private static final String DAY = "2026-11-20";
  private static final List<String> LISTS =
      List.of(
          "/?date=" + DAY,
          "/",
          "/stream",
          "/stream?lives=S01-R07",
          "/exceptions",
          "/trial-balance",
          "/prices",
          "/prices?date=" + DAY,
          "/tickets",
          "/documents?show=all",
          "/stored-value",
          "/customers",
          "/events");

  /** Where the first of each kind is found. */
  private static final List<String> OPENED =
      List.of(
          "/tickets a[href^='/tickets/']",
          "/prices a[href^='/tickets/']",
          "/documents?show=all a[href^='/documents/']",
          "/exceptions?kind=document a[href^='/documents/']",
          "/events a[href^='/events/']",
          "/exceptions?kind=suspense a[href^='/exceptions/suspense/']",
          "/exceptions?kind=conflict a[href^='/exceptions/conflict/']",
          "/exceptions?kind=finding a[href^='/exceptions/finding/']",
          "/exceptions?kind=alarm a[href^='/exceptions/alarm/']",
          "/exceptions?kind=card a[href^='/exceptions/card/']",
          "/exceptions?kind=key a[href^='/stream/']",
          "/exceptions?kind=life a[href^='/stream/']");

  private static final int[][] SIZES = {{1280, 800}, {1024, 768}};

  /** One row of targets of 44 pixels, the masthead's padding, and its border. */
  private static final double MASTHEAD_MAX = 44 + 2 * 10 + 1;

  /** What does not fit into its place, in words; a table in a panel, or all in the window. */
  private static final String TOO_WIDE =
      """
      () => [...document.querySelectorAll('.panel > .table, .masthead > *')]
        .filter(part => part.getBoundingClientRect().right
          > part.parentElement.getBoundingClientRect().right
            - parseFloat(getComputedStyle(part.parentElement).paddingRight) + 1)
        .map(part => 'too wide: ' + part.innerText.slice(0, 40))
        .concat(document.documentElement.scrollWidth > window.innerWidth ? ['wider than the window'] : [])
      """;

  private final List<String> found = new ArrayList<>();
  private Chromium chromium;
  private TestBooks books;
  private HqWeb web;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    chromium = Chromium.startOrSkip();
    books = new TestBooks();
    BusyScreens.fill(books);
    web = HqScreens.over(books, folder);
  }

  @AfterAll
  void close() {
    if (web != null) {
      web.close();
      books.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Timeout(600)
  void noPageOfHqBreaksARuleOfWcagAa() {
    try (Page page = page()) {
      page.navigate(web.url());
      check(page, "sign-on");
      signOn(page, "mara");
      for (String path : LISTS) {
        show(page, path);
        check(page, path);
      }
      for (String path : OPENED) {
        open(page, path);
        check(page, path.substring(0, path.indexOf(' ')) + " opened");
      }
      page.locator("form[action='/sign-off'] button").click();
      signOn(page, "olga");
      open(page, "/exceptions?kind=suspense a[href^='/exceptions/suspense/']");
      page.locator("details summary").all().forEach(Locator::click);
      check(page, "suspense for the accountant");
      show(page, "/tickets/0");
      check(page, "no ticket");
    }
    Assertions.assertThat(found).isEmpty();
  }

  @Test
  @Timeout(120)
  void theMenuStaysInOneRowAndUnfoldsByKeyTouchAndMouse() {
    try (Page page = page()) {
      page.navigate(web.url());
      signOn(page, "olga");
      for (int[] size : SIZES) {
        page.setViewportSize(size[0], size[1]);
        Assertions.assertThat(page.locator(".masthead").boundingBox().height)
            .as("height of the menu at %d", size[0])
            .isLessThanOrEqualTo(MASTHEAD_MAX);
      }
      Locator group = page.locator(".nav-group");
      Locator word = group.locator("summary");
      Locator documents = group.getByText("Documents");
      assertThat(documents).isHidden();

      word.focus();
      page.keyboard().press("Enter");
      assertThat(documents).isVisible();
      check(page, "menu");
      page.keyboard().press("Escape");
      assertThat(documents).isHidden();
      assertThat(word).isFocused();

      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      assertThat(group.getByText("Tickets")).isFocused();
      for (int further = 0; further < group.locator("a").count(); further++) {
        page.keyboard().press("Tab");
      }
      assertThat(documents).isHidden();

      word.click();
      page.locator("h1").click();
      assertThat(documents).isHidden();

      word.tap();
      documents.tap();
      assertThat(page.locator("h1")).hasText("Documents");
      assertThat(word).hasClass("current");
    }
    Assertions.assertThat(found).isEmpty();
  }

  private Page page() {
    return chromium
        .browser()
        .newPage(
            new Browser.NewPageOptions()
                .setViewportSize(1280, 800)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void signOn(Page page, String person) {
    page.locator("input[name=person]").fill(person);
    page.locator("input[name=secret]").fill("correct horse");
    page.keyboard().press("Enter");
    assertThat(page.locator(".signed-on")).isVisible();
  }

  private void show(Page page, String path) {
    page.navigate(URI.create(web.url()).resolve(path).toString());
    assertThat(page.locator(".masthead")).isVisible();
  }

  /** Follows the first such link on a page. */
  private void open(Page page, String pageAndLink) {
    int end = pageAndLink.indexOf(' ');
    show(page, pageAndLink.substring(0, end));
    page.locator("main " + pageAndLink.substring(end + 1)).first().click();
    assertThat(page.locator("main .title-row")).isVisible();
  }

  /** In both themes and sizes; nothing is wider than its place either. */
  private void check(Page page, String what) {
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      Axe.violations(page).forEach(violation -> found.add(what + ", " + theme + ": " + violation));
      for (int[] size : SIZES) {
        page.setViewportSize(size[0], size[1]);
        String name = "%s, %s, %d wide".formatted(what, theme, size[0]);
        ((List<?>) page.evaluate(TOO_WIDE)).forEach(wide -> found.add(name + ": " + wide));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("hq-" + name.replaceAll("\\W+", "-") + ".png")));
      }
    }
    page.setViewportSize(1280, 800);
  }
}
