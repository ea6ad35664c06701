package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.TillPage;

/** Everything practised on paper that says so, and nothing of it anywhere afterwards. */
final class Training implements Walk {

  /** That it began, and that it ended. */
  private static final int ENTRIES = 2;

  @Override
  public String name() {
    return "9 Training";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    long before = ticketOf(mug(till, books));
    till.counter().touch("Push the drawer shut", "Cash drawer: closed.");
    long recorded = till.recorded();
    till.open("training").press("Begin training");
    till.openDrawer("70");

    practised(till);

    till.open("training").press("End training");
    till.says("Training is over");
    assertThat(till.recorded()).isEqualTo(recorded + ENTRIES);
    assertThat(ticketOf(mug(till, books))).isEqualTo(before + 1);
  }

  private static void practised(TillPage till) {
    assertThat(till.page().locator("#till")).containsText("TRAINING - nothing here is real");
    till.scan(Shelf.COAT, "Blue coat");
    paperSaysSo(till, till.exactCash());
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("payments").touch("Card");
    paperSaysSo(till, till.done());
    till.counter().shows("Cash drawer: closed.");
    till.open("count").fill("counted", "999").press("Count and close");
    till.says("over");
    till.counter().paper("TRAINING - NOT A RECEIPT", "Z READING", "999.00");
  }

  private static void paperSaysSo(TillPage till, String ticket) {
    assertThat(ticket).startsWith("S01-TRAINING-");
    till.counter().paper("TRAINING - NOT A RECEIPT", "Ticket " + ticket);
  }

  private static String mug(TillPage till, ExpectedBooks books) {
    till.scan(Shelf.MUG, "Enamel mug");
    String ticket = till.exactCash();
    books.post(
        debit(Account.DRAWERS, "2.40"), credit(Account.SALES, "2.00"), credit(Account.TAX, "0.40"));
    return ticket;
  }

  private static long ticketOf(String number) {
    return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
  }
}
