package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;
import java.util.regex.Pattern;

/** Gift certificates and store credits, from their issue to what is left on them. */
final class StoredValue implements Walk {

  private static final Pattern GIFT = Pattern.compile("S\\d+-R\\d+-\\d+G1-\\d\\d");
  private static final Pattern CREDIT = Pattern.compile("S\\d+-R\\d+-\\d+C1-\\d\\d");

  @Override
  public String name() {
    return "5 Stored value";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    String gift = sold(till, books, "20.00");
    till.open("gift").form("form.two").fill("number", gift).fill("amount", "5").press("Put on");
    till.exactCash();
    books.post(debit(Account.DRAWERS, "5.00"), credit(Account.GIFTS, "5.00"));

    String sale = aCoatPaidWithIt(till, books, gift);
    Returns.allOf(till, sale);
    till.total("60.00");
    String storeCredit = refunded(shop);
    books.post(
        debit(Account.RETURNS, "50.00"),
        debit(Account.TAX, "10.00"),
        credit(Account.CREDITS, "60.00"));
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("value").fill("number", storeCredit).touch("Pay with it");
    till.done();
    books.post(
        debit(Account.CREDITS, "6.00"), credit(Account.SALES, "5.00"), credit(Account.TAX, "1.00"));
  }

  /** All 25.00 of it, then nothing more, and the rest in cash. */
  private static String aCoatPaidWithIt(TillPage till, ExpectedBooks books, String gift) {
    till.scan(Shelf.COAT, "Blue coat");
    till.open("value").fill("number", gift).press("Pay with it");
    till.due("35.00");
    till.open("value").fill("number", gift).touch("Pay with it");
    till.refused(gift);
    String sale = till.exactCash();
    books.post(
        debit(Account.GIFTS, "25.00"),
        debit(Account.DRAWERS, "35.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
    return sale;
  }

  /** A gift certificate sold for cash; tells the number on its receipt. */
  static String sold(TillPage till, ExpectedBooks books, String amount) {
    till.open("gift").fill("amount", amount).press("Put on the ticket");
    till.total(amount);
    String ticket = till.exactCash();
    books.post(debit(Account.DRAWERS, amount), credit(Account.GIFTS, amount));
    return till.counter().onPaper(GIFT, "Ticket " + ticket);
  }

  /** Puts what the return in hand gives back on a new store credit; tells its number. */
  static String refunded(Shop shop) {
    TillPage till = shop.till();
    till.open("value").touch("Refund to a new store credit");
    return shop.counter().onPaper(CREDIT, "Ticket " + till.done());
  }

  @Override
  public void atHq(HqPage hq) {
    assertThat(hq.row("/stored-value", "Gift certificates")).containsText("agree");
    assertThat(hq.row("/stored-value", "Store credits")).containsText("agree");
  }
}
