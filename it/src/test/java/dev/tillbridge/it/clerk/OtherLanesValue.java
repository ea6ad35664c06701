package dev.tillbridge.it.clerk;

import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.TillPage;
import java.math.BigDecimal;

/**
 * Gift certificates of another lane: HQ says what is on them while the link is up. Without it the
 * shop's allowance is taken, never more than HQ said last; what is taken twice all the same is an
 * exception.
 */
final class OtherLanesValue implements Walk {

  /** Sold while the link was up, and used at no till since. */
  private String toldBefore = "";

  @Override
  public String name() {
    return "5 Stored value of another lane";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    TillPage other = shop.other();
    other.openDrawer("50");
    String gift = StoredValue.sold(other, books, "25.00");
    String inItsDrawer;

    if (shop.linkIsUp()) {
      toldBefore = StoredValue.sold(other, books, "15.00");
      shop.awaitHq(other);
      payFor(till, books, gift, "25.00", "has nothing left");
      inItsDrawer = "90.00";
    } else {
      payFor(till, books, gift, ShopSettings.ALLOWANCE, "its balance cannot be asked");
      payFor(till, books, toldBefore, "15.00", "by what HQ said last");
      payFor(other, books, toldBefore, "15.00", "has nothing left");
      books.exception("Redeemed more than was on it");
      inItsDrawer = "120.00";
    }
    Drawers.closed(other, books, "50.00", inItsDrawer);
  }

  /** All that may be taken of it for a coat, then nothing more, and the rest in cash. */
  private static void payFor(
      TillPage till, ExpectedBooks books, String gift, String taken, String thenRefused) {
    String rest = new BigDecimal("60.00").subtract(new BigDecimal(taken)).toPlainString();
    till.scan(Shelf.COAT, "Blue coat");
    till.open("value").fill("number", gift).press("Pay with it");
    till.due(rest);
    till.open("value").fill("number", gift).touch("Pay with it");
    till.refused(thenRefused);
    till.exactCash();
    books.post(
        debit(Account.GIFTS, taken),
        debit(Account.DRAWERS, rest),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }
}
