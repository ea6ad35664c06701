package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;
import java.util.ArrayList;
import java.util.List;

/** Every way to ring goods and to change what they cost. */
final class Selling implements Walk {

  private final List<String> numbers = new ArrayList<>();

  @Override
  public String name() {
    return "1 Selling";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    numbers.add(everyWayToRing(shop, books));
    weighedGoods(shop, books);
    onTheScale(shop.till(), books);
    otherPrices(shop.till(), books);
    offTheTicketWithinTheRole(shop.till(), books);
    voided(shop.till());
  }

  /** Tells the ticket's number. */
  private static String everyWayToRing(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.LANTERN_BARCODE, "White lantern");
    till.scan(Shelf.MUG, "Enamel mug");
    byName(till);
    till.press("+");
    assertThat(till.page().locator("#panel .favourites .tiles").first()).isVisible();
    till.press("1");
    till.rung(4, "White lantern");
    till.press("Escape");
    till.scan("3*" + Shelf.MUG, "Enamel mug");
    till.typeThen("2", "F2");
    till.total("79.20");
    till.press("ArrowUp", "F3");
    till.rung(4, "Enamel mug");
    till.total("73.20");

    till.page().locator("#cash [data-cash='75.00']").click();
    String number = till.done();
    till.change("1.80");
    till.press("F9");
    till.counter().paper("*** COPY ***", number);
    till.choose("gift-receipt");
    String present = till.counter().paper("GIFT RECEIPT", number, "Blue coat");
    assertThat(present).doesNotContain("60.00", "75.00");
    books.post(
        debit(Account.DRAWERS, "73.20"),
        credit(Account.SALES, "61.00"),
        credit(Account.TAX, "12.20"));
    return number;
  }

  /** An arrow that is faster than the list of the last letter stays with its item. */
  private static void byName(TillPage till) {
    Page page = till.page();
    List<Route> late = new ArrayList<>();
    page.route("**/panel/search?q=blu%20co", late::add);
    till.typeOnly("blu c");
    assertThat(page.locator(".search[data-query='blu c'] .hit")).containsText("Blue coat");
    page.keyboard().type("o");
    page.waitForCondition(() -> !late.isEmpty());
    till.press("ArrowDown");
    late.getFirst().resume();
    assertThat(page.locator(".search[data-query='blu co'] .hit[aria-selected=true]")).isVisible();
    till.press("Enter");
    till.rung(3, "Blue coat");
    page.unroute("**/panel/search?q=blu%20co");
  }

  /** 5.69 in all, in cash 5.70 where the smallest coins are gone. */
  private static void weighedGoods(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan("0.482*" + Shelf.APPLES, "Braeburn apples");
    shop.counter().scan(Shelf.LABEL_WITH_WEIGHT);
    till.rung(2, "Braeburn apples");
    till.scan(Shelf.LABEL_WITH_PRICE, "Mature cheddar");
    till.total("5.69");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "5.70"),
        credit(Account.ZERO_RATED, "5.69"),
        credit(Account.ROUNDING, "0.01"));
  }

  /** 1.236 kg of apples for 2.46, weighed when they are rung and weighed again. */
  private static void onTheScale(TillPage till, ExpectedBooks books) {
    till.scan("0.5*" + Shelf.APPLES, "0.5 kg");
    till.counter().touch("Put 1.236 kg on", "Scale: 1.236 kg.");
    till.choose("weigh");
    till.rung(1, "1.236 kg");
    till.scan(Shelf.APPLES, "1.236 kg");
    till.total("4.92");
    till.counter().touch("Clear the scale", "Scale: 0");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "4.90"),
        debit(Account.ROUNDING, "0.02"),
        credit(Account.ZERO_RATED, "4.92"));
  }

  private static void otherPrices(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.LANTERN, "White lantern");
    till.typeThen("5.40", "F4");
    till.answer("Why £5.40", "1");
    till.total("5.40");
    till.scan("5*" + Shelf.MUG, "Enamel mug");
    till.press("F5");
    till.answer("Discount on Enamel mug", "10%");
    till.answer("Why 10% off", "It was the last of them");
    till.total("16.20");
    till.exactCash();
    books.post(
        debit(Account.DRAWERS, "16.20"),
        credit(Account.SALES, "13.50"),
        credit(Account.TAX, "2.70"));
  }

  private static void offTheTicketWithinTheRole(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.COAT, "Blue coat");
    till.typeThen("50%", "Shift+F5");
    till.answer("Why 50% off", "4");
    till.says("may take 10 % off by hand");
    till.total("60.00");
    till.typeThen("6.00", "Shift+F5");
    till.answer("Why £6.00 off", "4");
    till.total("54.00");
    till.typeThen("60", "F8");
    till.done();
    till.change("6.00");
    books.post(
        debit(Account.DRAWERS, "54.00"),
        credit(Account.SALES, "45.00"),
        credit(Account.TAX, "9.00"));
  }

  private static void voided(TillPage till) {
    till.scan(Shelf.LANTERN, "White lantern");
    till.press("F7");
    assertThat(till.page().locator("#confirm")).isVisible();
    till.press("Enter");
    till.says("The ticket is void");
  }

  @Override
  public void atHq(HqPage hq) {
    numbers.forEach(number -> assertThat(hq.ticket(number)).isVisible());
  }
}
