package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.TillPage;
import java.time.Duration;

/** Devices fail in the middle of it, and come back. */
final class Devices implements Walk {

  /** A register looks at its devices every two seconds. */
  private static final Duration BACK_WAIT_MAX = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "10 Devices";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    withoutPaper(shop, books);
    withoutScanner(shop, books);
    nothingOnTheScale(shop.till(), books);
  }

  /** The sale stands; its receipt is printed when there is paper again. */
  private static void withoutPaper(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().touch("Take the paper out", "Put a roll in");
    till.scan(Shelf.LANTERN, "White lantern");
    till.press("Shift+F8");
    Locator done = till.page().locator(".done");
    assertThat(done).containsText("Recorded.");
    assertThat(done).containsText("out of paper");
    shop.counter().touch("Put a roll in", "Take the paper out");
    till.press("F9");
    shop.counter().paper("Ticket " + till.done());
    books.post(
        debit(Account.DRAWERS, "6.00"), credit(Account.SALES, "5.00"), credit(Account.TAX, "1.00"));
  }

  /** What it does not read is typed; afterwards it reads again. */
  private static void withoutScanner(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().touch("Unplug the scanner", "Plug the scanner in");
    till.scan(Shelf.MUG, "Enamel mug");
    assertThat(shop.counter().scan(Shelf.LANTERN_BARCODE)).isFalse();
    shop.counter().touch("Plug the scanner in", "Unplug the scanner");
    await()
        .atMost(BACK_WAIT_MAX)
        .untilAsserted(() -> assertThat(shop.counter().scan(Shelf.LANTERN_BARCODE)).isTrue());
    till.rung(2, "White lantern");
    till.total("8.40");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "8.40"), credit(Account.SALES, "7.00"), credit(Account.TAX, "1.40"));
  }

  /** Nothing weighs nothing and is not sold; what was put on is. */
  private static void nothingOnTheScale(TillPage till, ExpectedBooks books) {
    till.type(Shelf.APPLES);
    till.says("The scale shows no weight. Put the goods on it");
    till.counter().touch("Put 1.236 kg on", "Scale: 1.236 kg.");
    till.scan(Shelf.APPLES, "1.236 kg");
    till.counter().touch("Clear the scale", "Scale: 0");
    till.total("2.46");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "2.45"),
        debit(Account.ROUNDING, "0.01"),
        credit(Account.ZERO_RATED, "2.46"));
  }
}
