package dev.tillbridge.it.clerk;

import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.time.Duration;

/**
 * What one lane began and another goes on with: by the store while the link is up, by the
 * neighbour's own broker while it is cut. The other lane's drawer is counted into the safe each
 * time.
 */
final class TwoLanes implements Walk {

  private static final String LAID_AWAY_FOR = "Mrs Falk";
  private static final Duration TOLD_WAIT_MAX = Duration.ofSeconds(45);

  @Override
  public String name() {
    return "4 Documents and receipts of another lane";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    TillPage other = shop.other();
    other.openDrawer("50");
    String hold = begun(other, "Hold", "is put aside");
    String order = begun(other, "Order", "is recorded");
    other.scan(Shelf.COAT, "Blue coat");
    other.open("documents").fill("label", LAID_AWAY_FOR).press("Layaway");
    other.says("first instalment now: £15.00");
    other.exactCash();
    other.scan(Shelf.LANTERN, "White lantern");
    String sale = other.exactCash();
    books.post(
        debit(Account.DRAWERS, "21.00"),
        credit(Account.DEPOSITS, "15.00"),
        credit(Account.SALES, "5.00"),
        credit(Account.TAX, "1.00"));

    at(till, hold).press("Recall");
    till.rung(1, "Blue coat");
    till.exactCash();
    coat(books, "60.00", "0.00");
    at(till, order).fill("amount", "10").press("Pay");
    till.total("10.00");
    till.exactCash();
    books.post(debit(Account.DRAWERS, "10.00"), credit(Account.DEPOSITS, "10.00"));
    Documents.at(till, order).press("Pick up");
    till.due("50.00");
    till.exactCash();
    coat(books, "50.00", "10.00");
    paidUp(till, books);
    String left = broughtBack(shop, books, sale);
    Drawers.closed(other, books, "50.00", left);
  }

  /** A second instalment, and the rest at the pick-up. */
  private static void paidUp(TillPage till, ExpectedBooks books) {
    String layaway = "form.document:has-text('" + LAID_AWAY_FOR + "')";
    awaitTold(till, LAID_AWAY_FOR);
    till.open("documents").form(layaway).press("Pay");
    till.total("15.00");
    till.exactCash();
    books.post(debit(Account.DRAWERS, "15.00"), credit(Account.DEPOSITS, "15.00"));
    till.open("documents").form(layaway).press("Pick up");
    till.due("30.00");
    till.exactCash();
    coat(books, "30.00", "30.00");
  }

  /**
   * By HQ, or without a link at the lane that sold it.
   *
   * @return what is in the other lane's drawer then
   */
  private static String broughtBack(Shop shop, ExpectedBooks books, String sale) {
    TillPage till = shop.till();
    TillPage where = till;
    if (shop.linkIsUp()) {
      shop.awaitHq(shop.other());
    } else {
      Panel receipt = till.open("returns").fill("receipt", sale).touch("Find");
      receipt.shows("HQ cannot be asked without a link").close();
      where = shop.other();
    }
    Returns.allOf(where, sale);
    where.total("6.00");
    where.payOut();
    books.post(
        debit(Account.RETURNS, "5.00"),
        debit(Account.TAX, "1.00"),
        credit(Account.DRAWERS, "6.00"));
    return where == till ? "71.00" : "65.00";
  }

  private static String begun(TillPage other, String kind, String then) {
    other.scan(Shelf.COAT, "Blue coat");
    other.open("documents").press(kind);
    other.says(then);
    return other.said(Documents.NUMBER);
  }

  private static Panel at(TillPage till, String number) {
    awaitTold(till, number);
    return Documents.at(till, number);
  }

  /** Looks until what the other lane began is told. */
  private static void awaitTold(TillPage till, String text) {
    await()
        .pollInSameThread()
        .atMost(TOLD_WAIT_MAX)
        .until(() -> {
          Panel documents = till.open("documents");
          boolean told = documents.contains(text);
          documents.close();
          return told;
        });
  }

  private static void coat(ExpectedBooks books, String cash, String deposit) {
    books.post(
        debit(Account.DRAWERS, cash),
        debit(Account.DEPOSITS, deposit),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }
}
