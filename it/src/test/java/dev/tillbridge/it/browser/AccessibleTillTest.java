package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.OneRegister;
import dev.tillbridge.it.chromium.Chromium;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.page.TillPage;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every screen of the register against WCAG AA, in both themes, on a till and on a phone. */
@Tag("browser")
@Tag("drill")
class AccessibleTillTest {

  private static final double PATIENCE_MS = 30_000;
  private static final Path PICTURES = Path.of("target", "browser");
  private static final List<BookValue> PRICES =
      List.of(
          new BookValue.TaxCategory(
              "STANDARD", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE)),
          item("A1", "White lantern", "2.55"),
          item("B2", "Enamel mug", "6.80"),
          item("C3", "Čokolada mliječna", "1.20"));

  @TempDir private Path folder;
  private final List<String> found = new ArrayList<>();

  @Test
  @Timeout(300)
  void noScreenOfTheRegisterBreaksARuleOfWcagAa() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    try (Chromium chromium = Chromium.startOrSkip();
        OneRegister chain = OneRegister.below(folder.resolve("chain"), new SecureRandom())) {
      chain.publish(PRICES);
      limitClerks();
      chain.register().launch();
      chain.register().awaitReady(Duration.ofSeconds(90));
      awaitBook(chain);
      Page page =
          chromium
              .browser()
              .newPage(
                  new Browser.NewPageOptions()
                      .setViewportSize(1280, 800)
                      .setReducedMotion(ReducedMotion.REDUCE)); // a fade is not to be judged
      URI till = chain.page();
      TillPage register = new TillPage(page, till);
      check(page, "sign-on");
      register.signOn(chain.signOns().clerk());
      check(page, "drawer-closed");
      register.openDrawer("100.00");
      check(page, "empty");

      register.scan("A1", "White lantern");
      register.scan("3*B2", "Enamel mug");
      check(page, "busy");
      page.keyboard().type("99999");
      page.keyboard().press("Enter");
      assertThat(page.locator("#said")).containsText("is not in price book");
      check(page, "refused");
      panel(page, "F1", ".menu");
      panel(page, "/", ".search");
      panel(page, "Shift+F9", ".payments");
      panel(page, "Shift+F6", ".documents");
      register.typeThen("20%", "F5");
      register.answer("Why 20% off", "4");
      register.says("may take 10 % off by hand");
      panel(page, "Shift+F12", ".asked");
      fromMenu(page, "CUSTOMER", "customers");
      fromMenu(page, "TICKET", "value");
      foundByName(page);
      asked(page, "F5", "#percents");
      asked(page, "F7", "#confirm");
      register.takeCash();
      check(page, "completed");
      panel(page, "+", ".favourites .tiles");
      panel(page, "F6", ".returns");
      fromMenu(page, "SALE", "gift");
      for (String drawer : List.of("cash-moved", "no-sale", "count", "drawers", "journal")) {
        fromMenu(page, "DRAWER", drawer);
      }
      panel(page, "F10", ".reading");
    }
    Assertions.assertThat(found).isEmpty();
  }

  /** So that there is something to approve. */
  private void limitClerks() throws IOException {
    Path settings =
        new ChainFolder(folder.resolve("chain")).registerSettings(ChainFolder.register(0));
    String all = Files.readString(settings);
    Assertions.assertThat(all).contains("discount.limit.clerk = 100");
    Files.writeString(
        settings, all.replace("discount.limit.clerk = 100", "discount.limit.clerk = 10"));
  }

  @Test
  void theCheckFindsWhatBreaksARule() {
    try (Chromium chromium = Chromium.startOrSkip()) {
      Page page = chromium.browser().newPage();
      page.setContent(
          "<html lang=en><title>t</title><p style='color:#aaa;background:#fff'>pale</p><input>");

      Assertions.assertThat(Axe.violations(page))
          .anyMatch(violation -> violation.startsWith("color-contrast at p"))
          .anyMatch(violation -> violation.startsWith("label at input"));
    }
  }

  private void panel(Page page, String key, String content) {
    page.keyboard().press(key);
    assertThat(page.locator("#panel " + content).first()).isVisible();
    check(page, "panel " + content);
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
  }

  private void fromMenu(Page page, String group, String panel) {
    page.keyboard().press("F1");
    page.locator("#panel [data-group=" + group + "]").click();
    page.locator("#panel [data-key=" + panel + "]").click();
    assertThat(page.locator("#panel form, #panel table").first()).isVisible();
    assertThat(page.locator("#panel .menu")).hasCount(0);
    check(page, "panel " + panel);
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
  }

  /** Two letters bring up what fits, without the mark too; an arrow and Enter ring it. */
  private void foundByName(Page page) {
    page.keyboard().type("cok");
    assertThat(page.locator("#hits .hit")).containsText("Čokolada mliječna");
    page.keyboard().press("ArrowDown");
    check(page, "found");
    page.keyboard().press("Enter");
    assertThat(page.locator("#lines tr[data-line]").last()).containsText("Čokolada mliječna");
    assertThat(page.locator("#panel")).isHidden();
  }

  private void asked(Page page, String key, String choices) {
    page.keyboard().press(key);
    assertThat(page.locator(choices)).isVisible();
    check(page, choices);
    page.keyboard().press("Escape");
  }

  private void check(Page page, String screen) {
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      for (int[] size : new int[][] {{1280, 800}, {390, 844}}) {
        page.setViewportSize(size[0], size[1]);
        String name = "%s, %s, %d wide".formatted(screen, theme, size[0]);
        Axe.violations(page).forEach(violation -> found.add(name + ": " + violation));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("till-" + name.replaceAll("\\W+", "-") + ".png")));
      }
    }
    page.setViewportSize(1280, 800);
  }

  private static BookValue item(String code, String name, String price) {
    return new BookValue.Item(code, name, Money.parse("GBP " + price), "STANDARD", List.of());
  }

  private static void awaitBook(OneRegister chain) {
    try (Register first = new Register(chain.page())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> hasBook(first));
    }
  }

  private static boolean hasBook(Register register) {
    try {
      return register.state().book() != null;
    } catch (LaneGone e) {
      return false;
    }
  }
}
