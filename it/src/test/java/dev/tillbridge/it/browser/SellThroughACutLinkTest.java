package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.link.LinkCutter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clerk's and an accountant's screens in a real browser, in front of a real chain. */
@Tag("browser")
@Order(6)
class SellThroughACutLinkTest {

  private static final String PRICES =
      """
      code,name,price,tax,barcodes
      A1,White lantern,2.55,STANDARD,5000000000012
      B2,Enamel mug,6.80,STANDARD,5000000000029
      """;
  private static final double PATIENCE_MS = 30_000;
  private static final Path PICTURES = Path.of("target", "browser");

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void ticketsRungWhileTheLinkIsDownAreOnHqsPageWhenItIsBack() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    try (Chromium chromium = Chromium.startOrSkip();
        Chain chain =
            Chain.provision(
                folder.resolve("chain"),
                Ports.free(new SplittableRandom()),
                Duration.ZERO,
                new SecureRandom())) {
      chain.start();
      publish(chain);
      RegisterPage register = signedOn(chromium.browser(), chain);
      LinkCutter link = chain.registerLinks().getFirst();

      register.scan("5000000000012", "White lantern");
      register.scan("3*B2", "Enamel mug");
      BigDecimal sold = register.takeCash();
      assertThat(register.status()).containsText("HQ has everything up to 2.");

      register.moveCash("Pay out", "12.40", "Window cleaner");
      assertThat(register.status()).containsText("HQ has everything up to 3.");

      link.silentCut();
      assertThat(register.status()).containsText("No link to store server");
      register.scan("5000000000029", "Enamel mug");
      sold = sold.add(register.takeCash());
      register.scan("2*A1", "White lantern");
      sold = sold.add(register.takeCash());
      assertThat(register.status()).containsText("2 tickets waiting");
      BigDecimal exchanged = register.exchange("B2", "Enamel mug", "A1", "2");
      register.moveCash("Drop to the safe", "50.00", "Too much in it");
      picture(register.page(), "register-without-link");

      link.restore();
      assertThat(register.status()).containsText("HQ has everything up to 7.");
      picture(register.page(), "register-link-is-back");

      assertThat(sold).isEqualByComparingTo("34.85");
      assertThat(exchanged).isEqualByComparingTo("4.25");
      Page hq = accountantsPage(chromium.browser(), chain);
      assertThat(hq.locator(".figure").nth(0)).containsText("39.10");
      assertThat(hq.locator(".figure").nth(2)).containsText("3 sales");
      picture(hq, "hq-sales");
      hq.navigate(chain.hqPage().resolve("/tickets").toString());
      for (int number = 1; number <= 3; number++) {
        assertThat(hq.getByText(Pattern.compile("^S01-R01-" + number + "$"))).isVisible();
      }
      picture(hq, "hq-tickets");
      booksAreRightToTheCent(hq, chain);
    }
  }

  /**
   * Sold 34.85 and exchanged 6.80 for 2.55, all with 20 % tax in it; paid out 12.40, dropped 50.
   */
  private static void booksAreRightToTheCent(Page hq, Chain chain) {
    hq.navigate(chain.hqPage().resolve("/trial-balance").toString());
    assertThat(account(hq, "1000")).containsText("50.00"); // safe: the drop less the float of 100
    assertThat(account(hq, "1010")).containsText("76.70");
    assertThat(account(hq, "2010")).containsText("6.52");
    assertThat(account(hq, "4010")).containsText("34.70");
    assertThat(account(hq, "4900")).containsText("2.12");
    assertThat(account(hq, "5800")).containsText("12.40");
  }

  private static Locator account(Page hq, String code) {
    return hq.locator("tr", new Page.LocatorOptions().setHasText(code)).first();
  }

  private void publish(Chain chain) throws IOException {
    Path prices = Files.writeString(folder.resolve("prices.csv"), PRICES);
    chain.publish(prices, "--tax", "STANDARD=20");
    try (Register first = new Register(chain.registerPages().getFirst())) {
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

  private static RegisterPage signedOn(Browser browser, Chain chain) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.setDefaultTimeout(PATIENCE_MS);
    RegisterPage register = new RegisterPage(page, chain.registerPages().getFirst());
    register.signOn(chain.signOns().clerk());
    register.openDrawer("100.00");
    return register;
  }

  private static Page accountantsPage(Browser browser, Chain chain) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate(chain.hqPage().toString());
    page.locator("input[name=person]").fill(chain.signOns().accountant().id());
    page.locator("input[name=secret]").fill(chain.signOns().accountant().secret());
    page.keyboard().press("Enter");
    assertThat(page.locator(".figure").first()).isVisible();
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
