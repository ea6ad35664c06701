package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.TillPage;

/** One ticket paid in five ways, and others in another order. */
final class Paying implements Walk {

  @Override
  public String name() {
    return "1 Paying";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    String gift = StoredValue.sold(shop.till(), books, "5.00");
    String credit = creditForAMug(shop, books);
    inFiveWays(shop.till(), books, gift, credit);
    cashBeforeCard(shop.till(), books);
    changeForForeignCash(shop.till(), books);
    noSale(shop.till());
  }

  private static String creditForAMug(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.MUG, "Enamel mug");
    String sale = till.exactCash();
    books.post(
        debit(Account.DRAWERS, "2.40"), credit(Account.SALES, "2.00"), credit(Account.TAX, "0.40"));
    Returns.allOf(till, sale);
    till.total("2.40");
    String credit = StoredValue.refunded(shop);
    books.post(
        debit(Account.RETURNS, "2.00"),
        debit(Account.TAX, "0.40"),
        credit(Account.CREDITS, "2.40"));
    return credit;
  }

  private static void inFiveWays(
      TillPage till, ExpectedBooks books, String giftCertificate, String storeCredit) {
    till.scan(Shelf.COAT, "Blue coat");
    till.typeOnly("10"); // what is typed before is the amount
    till.open("payments").touch("EUR").shows("Cash EUR 10.00 at 0.85");
    till.due("51.50");
    till.press("Escape");
    till.open("value").fill("number", giftCertificate).press("Pay with it");
    till.due("46.50");
    till.open("payments").fill("amount", "20").touch("Card").shows("The card paid £20.00.");
    till.due("26.50");
    assertThat(till.page().locator("#pay-amount")).isFocused();
    till.press("Escape");
    till.open("value").fill("number", storeCredit).press("Pay with it");
    till.due("24.10");
    till.typeThen("10", "F8");
    till.due("14.10");
    till.typeThen("20", "F8");
    till.done();
    till.change("5.90");
    books.post(
        debit(Account.FOREIGN_CASH, "8.50"),
        debit(Account.GIFTS, "5.00"),
        debit(Account.CARDS, "20.00"),
        debit(Account.CREDITS, "2.40"),
        debit(Account.DRAWERS, "24.10"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }

  private static void cashBeforeCard(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("payments").fill("amount", "1").touch("Cash").shows("£5.00");
    till.due("5.00");
    till.panel().touch("Card");
    till.done();
    books.post(
        debit(Account.DRAWERS, "1.00"),
        debit(Account.CARDS, "5.00"),
        credit(Account.SALES, "5.00"),
        credit(Account.TAX, "1.00"));
  }

  private static void changeForForeignCash(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.MUG, "Enamel mug");
    till.open("payments").fill("amount", "5").touch("EUR");
    till.done();
    till.change("1.85");
    books.post(
        debit(Account.FOREIGN_CASH, "4.25"),
        credit(Account.DRAWERS, "1.85"),
        credit(Account.SALES, "2.00"),
        credit(Account.TAX, "0.40"));
  }

  private static void noSale(TillPage till) {
    till.open("no-sale").fill("reason", "Coins for the trolley").press("Record and open");
    till.says("The drawer is open. It is recorded.");
  }
}
