package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.math.BigDecimal;

/** A second drawer, from its float over everything that happens to it to its count. */
final class Drawers implements Walk {

  @Override
  public String name() {
    return "3 Drawers";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    String first = setAside(till);
    till.openDrawer("50");
    books.post(debit(Account.DRAWERS, "50.00"), credit(Account.SAFE, "50.00"));

    cashComesAndGoes(till, books);
    readings(shop);
    handedOver(shop);
    counted(shop, books);
    use(till, first);
  }

  /** Tells its number. */
  static String setAside(TillPage till) {
    Panel drawers = till.open("drawers");
    String number = drawers.locator("form b").first().innerText().strip();
    drawers.press("Set this drawer aside");
    return number;
  }

  static void use(TillPage till, String number) {
    till.open("drawers").press("Use drawer " + number);
    till.says("The drawer is in use again.");
  }

  /** What came into it besides its float goes to the safe, and nothing is over or short. */
  static void closed(TillPage till, ExpectedBooks books, String openingFloat, String counted) {
    till.open("count").fill("counted", counted).press("Count and close");
    till.says("It is right.");
    String taken = new BigDecimal(counted).subtract(new BigDecimal(openingFloat)).toPlainString();
    books.post(debit(Account.SAFE, taken), credit(Account.DRAWERS, taken));
  }

  /** It holds 31.75 and 5 euros afterwards. */
  private static void cashComesAndGoes(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.LANTERN, "White lantern");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "6.00"), credit(Account.SALES, "5.00"), credit(Account.TAX, "1.00"));
    till.scan(Shelf.MUG, "Enamel mug");
    till.open("payments").fill("amount", "5").touch("EUR");
    till.done();
    books.post(
        debit(Account.FOREIGN_CASH, "4.25"),
        credit(Account.DRAWERS, "1.85"),
        credit(Account.SALES, "2.00"),
        credit(Account.TAX, "0.40"));
    moved(till, "Pay in", "20", "Coins from the bank");
    books.post(debit(Account.DRAWERS, "20.00"), credit(Account.PAID_IN, "20.00"));
    moved(till, "Pay out", "12.40", "Window cleaner");
    books.post(debit(Account.PAID_OUT, "12.40"), credit(Account.DRAWERS, "12.40"));
    moved(till, "Drop to the safe", "30", "Too much in it");
    books.post(debit(Account.SAFE, "30.00"), credit(Account.DRAWERS, "30.00"));
  }

  private static void moved(TillPage till, String movement, String amount, String reason) {
    Panel panel = till.open("cash-moved");
    panel.locator("label:has-text('" + movement + "') input[type=radio]").check();
    panel.fill("amount", amount).fill("reason", reason).press("Record and open");
    till.says("It is recorded");
  }

  private static void readings(Shop shop) {
    TillPage till = shop.till();
    till.press("F10");
    assertThat(till.page().locator("p:has-text('Should lie in the drawer')")).containsText("31.75");
    till.page().waitForLoadState(); // its script takes the key
    till.press("Escape");
    till.ready();
    till.choose("print-x");
    shop.counter().paper("X READING", "31.75");
  }

  private static void handedOver(Shop shop) {
    TillPage till = shop.till();
    till.open("drawers")
        .fill("to", shop.manager().id())
        .fill("counted", "31.75")
        .touch("Hand over");
    till.signOn(shop.manager());
    till.open("drawers").fill("to", shop.clerk().id()).touch("Hand over");
    till.signOn(shop.clerk());
    till.open("journal")
        .shows("Handed over to " + shop.manager().id())
        .shows("Handed over to " + shop.clerk().id())
        .shows("Dropped to the safe: Too much in it")
        .close();
  }

  /** By pieces and without being told: a quarter of a pound and one euro are missing. */
  private static void counted(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    Panel count = till.open("count");
    assertThat(count.locator("form")).not().containsText("31.75");
    count
        .fill("pieces-20", "1")
        .fill("pieces-10", "1")
        .fill("pieces-1", "1")
        .fill("pieces-0.5", "1")
        .fill("foreign-EUR", "4");
    count.locator("[name='pieces-0.5']").press("Enter"); // goes on, and closes nothing
    assertThat(count.locator("output")).hasText("£31.50");
    count.press("Count and close");
    till.says("£31.75 expected, £31.50 counted. £0.25 short.");
    if (!shop.linkIsUp()) {
      till.says("still on the way to HQ; nothing to do.");
    }
    shop.counter().paper("Z READING", "31.50");
    books.post(
        debit(Account.SAFE, "31.50"),
        debit(Account.OVER_SHORT, "0.25"),
        credit(Account.DRAWERS, "31.75"));
    books.post(debit(Account.OVER_SHORT, "0.85"), credit(Account.FOREIGN_CASH, "0.85"));
  }
}
