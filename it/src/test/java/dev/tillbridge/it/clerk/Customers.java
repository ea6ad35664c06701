package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Customers recorded at the till, found again, changed, and what they bring to a ticket. */
final class Customers implements Walk {

  private int walked;

  @Override
  public String name() {
    return "6 Customers";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    walked++;
    TillPage till = shop.till();
    String phone = "020 7946 010" + walked;
    Panel add = till.open("customers").form("form.two");
    add.fill("name", friend()).fill("phone", phone);
    add.locator("[name=marketing]").check();
    add.press("Save and put on the ticket");
    bought(till, books, friend(), "6.00", "1.00");

    Panel search =
        till.open("customers").fill("q", "nobody of this name").shows("Nobody here fits");
    search.fill("q", phone);
    search.locator("#customers-found button:has-text('" + friend() + "')").click();
    assertThat(till.page().locator("#panel")).isHidden();
    bought(till, books, friend(), "6.00", "1.00");

    till.open("customers")
        .form("form.two")
        .fill("name", school())
        .fill("email", "office@school" + walked + ".example")
        .fill("tax", "GB-EX-" + walked)
        .press("Save and put on the ticket");
    bought(till, books, school(), "5.00", "0.00");
    changed(till, phone);
  }

  /** A new name and an email, and no letters any more; the phone number stays. */
  private void changed(TillPage till, String phone) {
    Panel search = till.open("customers").fill("q", phone);
    search.form("form.customer:has-text('" + friend() + "')").touch("Change");
    Panel change = search.shows("Save changes").form("form.two");
    change.fill("name", renamed()).fill("email", email());
    change.locator("[name=marketing]").uncheck();
    change.press("Save changes");
  }

  private static void bought(
      TillPage till, ExpectedBooks books, String customer, String total, String tax) {
    assertThat(till.page().locator(".ticket-head")).containsText(customer);
    till.scan(Shelf.LANTERN, "White lantern");
    till.total(total);
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, total), credit(Account.SALES, "5.00"), credit(Account.TAX, tax));
  }

  private String friend() {
    return "Ana Horvat " + walked;
  }

  private String renamed() {
    return "Ana Kovač " + walked;
  }

  private String email() {
    return "ana" + walked + "@kovac.example";
  }

  private String school() {
    return "Hill School " + walked;
  }

  @Override
  public void atHq(HqPage hq) {
    assertThat(hq.row("/customers", renamed())).containsText(email());
    assertThat(hq.row("/customers", renamed())).not().containsText("agreed");
    assertThat(hq.row("/customers", renamed())).containsText("12.00");
    assertThat(hq.row("/customers", school())).containsText("GB-EX-" + walked);
  }
}
