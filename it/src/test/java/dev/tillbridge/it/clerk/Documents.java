package dev.tillbridge.it.clerk;

import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.util.regex.Pattern;

/** Tickets that live longer: held, promised, ordered, laid away. */
final class Documents implements Walk {

  static final Pattern NUMBER = Pattern.compile("S\\d+-R\\d+-D\\d+");

  @Override
  public String name() {
    return "4 Documents";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    held(shop.till(), books);
    quoted(shop, books);
    ordered(shop.till(), books);
    laidAway(shop.till(), books);
  }

  private static void held(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.LANTERN, "White lantern");
    till.scan(Shelf.MUG, "Enamel mug");
    till.press("Shift+F7");
    till.says("is put aside");
    String hold = till.said(NUMBER);
    at(till, hold).press("Recall");
    till.rung(2, "Enamel mug");
    till.total("8.40");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "8.40"), credit(Account.SALES, "7.00"), credit(Account.TAX, "1.40"));
  }

  private static void quoted(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.COAT, "Blue coat");
    till.open("documents").fill("label", "Mr Ek").press("Quote");
    till.says("is promised and being printed.");
    String quote = till.said(NUMBER);
    shop.counter().paper(quote, "Mr Ek");
    at(till, quote).press("Sell");
    till.total("60.00");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "60.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }

  private static void ordered(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.COAT, "Blue coat");
    till.open("documents").fill("label", "Ms Lind").fill("deposit", "10").press("Order");
    till.says("Take the deposit now");
    String order = till.said(NUMBER);
    paid(till, books, "10.00");
    at(till, order).shows("paid £10.00, left £50.00").press("Pick up");
    till.due("50.00");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "50.00"),
        debit(Account.DEPOSITS, "10.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }

  /** Two of four instalments, then given up: the shop keeps a tenth of the price. */
  private static void laidAway(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.COAT, "Blue coat");
    till.open("documents").fill("label", "Mr Berg").press("Layaway");
    till.says("first instalment now: £15.00");
    paid(till, books, "15.00");
    Panel documents = till.open("documents");
    Panel layaway = documents.form("form.document:has-text('Mr Berg')");
    layaway.shows("paid £15.00, left £45.00").press("Pay");
    paid(till, books, "15.00");
    till.open("documents").form("form.document:has-text('Mr Berg')").press("Cancel it");
    till.says("Pay £24.00 back");
    till.payOut();
    books.post(
        debit(Account.DEPOSITS, "30.00"),
        credit(Account.FEES, "6.00"),
        credit(Account.DRAWERS, "24.00"));
  }

  static Panel at(TillPage till, String number) {
    return till.open("documents").form("form.document[aria-label='" + number + "']");
  }

  private static void paid(TillPage till, ExpectedBooks books, String amount) {
    till.total(amount);
    till.exactCash();
    books.post(debit(Account.DRAWERS, amount), credit(Account.DEPOSITS, amount));
  }
}
