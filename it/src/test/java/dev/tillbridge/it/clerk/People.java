package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import com.microsoft.playwright.Locator;
import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.TillPage;

/** Who may sign on, who may come back to a locked screen, and who allows what a clerk may not. */
final class People implements Walk {

  private static final int WRONG_PINS = 4;

  @Override
  public String name() {
    return "9 People";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.LANTERN, "White lantern");
    till.choose("lock");
    Locator pinForm = till.page().locator("#pin-form");
    assertThat(pinForm).isVisible();
    for (int i = 0; i < WRONG_PINS; i++) {
      till.tryToSignOn(Shop.TRAINEE.id(), "000" + i);
      assertThat(pinForm.locator(".refusal")).isVisible();
    }
    till.tryToSignOn(Shop.TRAINEE.id(), Shop.TRAINEE.secret());
    assertThat(pinForm.locator(".refusal")).containsText("Too many wrong PINs");

    till.signOn(shop.clerk());
    till.rung(1, "White lantern");
    till.typeThen("20%", "F5");
    till.answer("Why 20% off", "4");
    till.says("may take 10 % off by hand");
    till.open("approve")
        .fill("operator", shop.manager().id())
        .fill("pin", shop.manager().secret())
        .press("Approve");
    till.total("4.80");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "4.80"), credit(Account.SALES, "4.00"), credit(Account.TAX, "0.80"));
  }
}
