package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chromium.Chromium;
import dev.tillbridge.it.page.TillPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two price-book admins in a real browser, from a supplier's file to the lane and back. */
@Tag("browser")
@Tag("drill")
@Order(5)
class FromUploadToRollbackTest {

  private static final double PATIENCE_MS = 30_000;
  private static final Path PICTURES = Path.of("target", "browser");
  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void listIsCheckedProposedApprovedPublishedWatchedAndRolledBack() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    try (Chromium chromium = Chromium.startOrSkip();
        Chain chain =
            Chain.provision(
                folder.resolve("chain"),
                Ports.free(new SplittableRandom()),
                Duration.ZERO,
                new SecureRandom())) {
      chain.start();
      chain.publish(firstBook(), "--tax", "STANDARD=20", "--mode", "inclusive");
      chain.startPriceDesk();
      Browser browser = chromium.browser();
      PriceDeskPage pavla =
          PriceDeskPage.signedOn(browser, chain.priceDeskPage(), chain.signOns().priceAdmin());
      Path first = list("first.csv", "A1;White lantern;2,55;5000000000012");

      proposeByAProposedMapping(pavla, first);
      picture(pavla.page(), "price-desk-proposal");
      pavla.click("#publish-now");
      assertThat(pavla.at("#main-version")).containsText("2");
      assertThat(pavla.rungWithBy("S01-R01")).hasText("version 2");
      TillPage till = till(browser, chain);
      sells(till, "2.55");

      Path wrong = list("second.csv", "A1;White lantern;25,50;5000000000012");
      proposeByAProposedMapping(pavla, wrong);
      assertThat(pavla.at("#outliers")).containsText("White lantern");
      assertThat(pavla.at("#publish-now")).isDisabled();
      PriceDeskPage ivo =
          PriceDeskPage.signedOn(
              browser, chain.priceDeskPage(), chain.signOns().secondPriceAdmin());
      ivo.open("/proposals/2").click("#approve");
      pavla.open("/proposals/2").click("#publish-now");
      assertThat(pavla.at("#main-version")).containsText("3");
      assertThat(pavla.rungWithBy("S01-R02")).hasText("version 3");
      picture(pavla.page(), "price-desk-status");
      sells(till, "25.50");

      ivo.open("/versions").click("#rollback-2");
      ivo.fill("#rollback-reason", "ten times too dear");
      picture(ivo.page(), "price-desk-rollback");
      ivo.click("#rollback");
      assertThat(ivo.at("#main-version")).containsText("4");
      assertThat(ivo.rungWithBy("S01-R01")).hasText("version 4");
      sells(till, "2.55");
    }
  }

  private static void proposeByAProposedMapping(PriceDeskPage desk, Path list) {
    desk.check(list, "inspect");
    assertThat(desk.at("#inspected")).containsText("This mapping is a guess");
    desk.click("#check-again");
    assertThat(desk.at("#good")).isVisible();
    picture(desk.page(), "price-desk-check");
    desk.click("#propose");
    assertThat(desk.at("#proposal-state")).isVisible();
  }

  private Path firstBook() throws IOException {
    return Files.writeString(
        folder.resolve("book.csv"),
        "code,name,price,barcodes\nA1,White lantern,2.35,5000000000012\n");
  }

  private Path list(String name, String row) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "Sku;Product name;Price;Ean\n" + row + "\nB2;Enamel mug;6,80;5000000000029\n");
  }

  private static TillPage till(Browser browser, Chain chain) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    TillPage register = new TillPage(page, chain.registerPages().getFirst());
    register.signOn(chain.signOns().clerk());
    register.openDrawer("100.00");
    return register;
  }

  /** Sells one for exactly its price. */
  private static void sells(TillPage till, String price) {
    till.scan("A1", "White lantern");
    Assertions.assertThat(till.takeCash()).isEqualByComparingTo(price);
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
