package dev.tillbridge.it.clerk;

import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Goods come back: by the receipt in parts, against other goods, and without a receipt. */
final class Returns implements Walk {

  @Override
  public String name() {
    return "2 Returns";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan("2*" + Shelf.LANTERN, "White lantern");
    till.scan(Shelf.MUG, "Enamel mug");
    String sale = till.exactCash();
    books.post(
        debit(Account.DRAWERS, "14.40"),
        credit(Account.SALES, "12.00"),
        credit(Account.TAX, "2.40"));

    oneComesBack(till, books, sale);
    theRestIsExchanged(till, books, sale);
    Panel receipt = till.open("returns").fill("receipt", sale).touch("Find");
    receipt.shows("all came back").close();
    withoutReceipt(shop, books);
  }

  private static void oneComesBack(TillPage till, ExpectedBooks books, String sale) {
    till.open("returns")
        .fill("receipt", sale)
        .touch("Find")
        .shows("Ticket " + sale)
        .fill("q1", "1")
        .fill("reason", "Wrong colour")
        .press("Take back the chosen");
    till.total("6.00");
    till.payOut();
    books.post(
        debit(Account.RETURNS, "5.00"),
        debit(Account.TAX, "1.00"),
        credit(Account.DRAWERS, "6.00"));
  }

  /** The barcode of a receipt opens it, and knows what came back before. */
  private static void theRestIsExchanged(TillPage till, ExpectedBooks books, String sale) {
    till.type(sale);
    Panel receipt = till.panel().shows("1 of 2 left");
    receipt
        .fill("reason", "Changed mind")
        .form("form")
        .fill("q1", "2")
        .refused("Take back the chosen", "1");
    receipt.press("Take back everything left");
    till.rung(2, "Enamel mug");
    till.scan(Shelf.COAT, "Blue coat");
    till.total("51.60");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "51.60"),
        debit(Account.RETURNS, "7.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "8.60"));
  }

  private static void withoutReceipt(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.open("returns")
        .form("form:has([value=RETURN])")
        .fill("reason", "Too many")
        .press("Return without receipt");
    till.type(Shelf.MUG);
    till.says("taken back by a manager");
    till.open("approve")
        .shows("2.40 back for 1 x Enamel mug")
        .fill("operator", shop.manager().id())
        .fill("pin", shop.manager().secret())
        .press("Approve");
    till.total("2.40");
    till.payOut();
    books.post(
        debit(Account.RETURNS, "2.00"),
        debit(Account.TAX, "0.40"),
        credit(Account.DRAWERS, "2.40"));
  }

  /** Takes back everything of a receipt. */
  static void allOf(TillPage till, String sale) {
    till.open("returns")
        .fill("receipt", sale)
        .touch("Find")
        .shows("Ticket " + sale)
        .fill("reason", "Changed mind")
        .press("Take back everything left");
  }
}
