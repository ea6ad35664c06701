package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;

/** A manager takes the register to a fair with prices and a drawer of its own, and back. */
final class OffsiteEvents implements Walk {

  private static final String PLACE = "Town square";

  /** A lantern for 5.10, which is 4.25 and 0.85 tax. */
  private static final String LIST =
      """
      code,name,price,tax
      %s,,5.10
      %s,Mulled wine,4.80,STANDARD
      """
          .formatted(Shelf.LANTERN, Shelf.QUICK_ITEM);

  private int walked;

  @Override
  public String name() {
    return "8 Offsite events";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    walked++;
    TillPage till = shop.till();
    String drawer = Drawers.setAside(till);
    till.signOff();
    till.signOn(shop.manager());
    till.open("offsite")
        .fill("name", event())
        .fill("place", PLACE)
        .fill("list", LIST)
        .press("Start the event");
    till.says(event());
    till.openDrawer("60");
    books.post(debit(Account.DRAWERS, "60.00"), credit(Account.SAFE, "60.00"));

    soldAtItsPrices(till, books);
    till.open("offsite").refused("End the event", "Count and close it first");
    till.panel().close();
    ended(till, books);

    till.signOff();
    till.signOn(shop.clerk());
    Drawers.use(till, drawer);
    backInTheShop(till, books);
  }

  private void soldAtItsPrices(TillPage till, ExpectedBooks books) {
    assertThat(till.page().locator("#till")).containsText("Event: " + event() + ", " + PLACE);
    till.scan(Shelf.LANTERN, "White lantern");
    till.scan(Shelf.QUICK_ITEM, "Mulled wine");
    till.scan(Shelf.MUG, "Enamel mug");
    till.total("12.30");
    String ticket = till.exactCash();
    till.counter().paper("Ticket " + ticket, "Event " + event(), "at " + PLACE);
    books.post(
        debit(Account.DRAWERS, "12.30"),
        credit(Account.SALES, "10.25"),
        credit(Account.TAX, "2.05"));
  }

  /** Twenty pence of its cash are missing. */
  private static void ended(TillPage till, ExpectedBooks books) {
    till.open("count").fill("counted", "72.10").press("Count and close");
    till.says("£0.20 short");
    books.post(
        debit(Account.SAFE, "72.10"),
        debit(Account.OVER_SHORT, "0.20"),
        credit(Account.DRAWERS, "72.30"));
    till.open("offsite").press("End the event");
    till.says("The event is over");
  }

  private static void backInTheShop(TillPage till, ExpectedBooks books) {
    till.type(Shelf.QUICK_ITEM);
    till.says("is not in price book");
    till.scan(Shelf.LANTERN, "White lantern");
    till.total("6.00");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "6.00"), credit(Account.SALES, "5.00"), credit(Account.TAX, "1.00"));
  }

  private String event() {
    return "Winter fair " + walked;
  }

  /** Its result by itself: what was sold there and what became of its drawer, and nothing else. */
  @Override
  public void atHq(HqPage hq) {
    assertThat(hq.row("/events", event())).containsText("ended");
    assertThat(hq.row("/events", event())).containsText("12.30");
    ExpectedBooks own = new ExpectedBooks();
    own.post(
        debit(Account.SAFE, "12.10"),
        debit(Account.OVER_SHORT, "0.20"),
        credit(Account.SALES, "10.25"),
        credit(Account.TAX, "2.05"));
    assertThat(hq.eventBalance(event())).isEqualTo(own.balances());
  }
}
