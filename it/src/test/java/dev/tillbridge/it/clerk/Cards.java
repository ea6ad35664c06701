package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tillbridge.it.clerk.ExpectedBooks.credit;
import static dev.tillbridge.it.clerk.ExpectedBooks.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.clerk.ExpectedBooks.Account;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.time.Duration;

/** Everything a bank may answer, and what becomes of payments taken without it. */
final class Cards implements Walk {

  @Override
  public String name() {
    return "7 Cards";
  }

  @Override
  public void walk(Shop shop, ExpectedBooks books) {
    approved(shop, books);
    declined(shop, books);
    inPart(shop, books);
    byVoice(shop, books);
    takenBack(shop, books);
    withoutBank(shop, books);
    declinedAfterwards(shop, books);
  }

  private static void approved(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("payments").touch("Card");
    till.done();
    lantern(books, Account.CARDS);
  }

  private static void declined(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().nextCard("decline");
    till.scan(Shelf.LANTERN, "White lantern");
    Panel payments = till.open("payments").touch("Card").shows("The card is declined");
    payments.touch("Cash");
    till.done();
    lantern(books, Account.DRAWERS);
  }

  private static void inPart(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().nextCard("part");
    till.scan(Shelf.COAT, "Blue coat");
    Panel payments = till.open("payments").touch("Card").shows("The card paid only £30.00");
    payments.touch("Cash");
    till.done();
    books.post(
        debit(Account.CARDS, "30.00"),
        debit(Account.DRAWERS, "30.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
  }

  private static void byVoice(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().nextCard("refer");
    till.scan(Shelf.LANTERN, "White lantern");
    Panel payments = till.open("payments").touch("Card").shows("The bank wants a call");
    payments.fill("code", "A123").touch("Take the code");
    till.done();
    lantern(books, Account.CARDS);
  }

  private static void takenBack(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    till.scan(Shelf.LANTERN, "White lantern");
    Panel payments =
        till.open("payments").fill("amount", "2").touch("Card").shows("The card paid £2.00.");
    till.due("4.00");
    payments.touch("Give back");
    assertThat(till.page().locator(".taken")).hasCount(0);
    payments.close();
    till.exactCash();
    lantern(books, Account.DRAWERS);
    inJournal(till, "Card payment taken back", "Card payment to be taken back: Given back.");
  }

  /** Within the floor limit it is taken and the bank hears of it later; beyond, cash is. */
  private static void withoutBank(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().touch("Cut the bank's line", "Mend the bank's line");
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("payments").touch("Card");
    String ticket = till.done();
    lantern(books, Account.CARDS);
    till.scan(Shelf.COAT, "Blue coat");
    Panel payments =
        till.open("payments").touch("Card").shows("is not taken without it: take cash");
    payments.touch("Cash");
    till.done();
    books.post(
        debit(Account.DRAWERS, "60.00"),
        credit(Account.SALES, "50.00"),
        credit(Account.TAX, "10.00"));
    shop.counter().touch("Mend the bank's line", "Cut the bank's line");
    inJournal(till, "Card payment approved afterwards, ticket " + ticket);
  }

  private static void declinedAfterwards(Shop shop, ExpectedBooks books) {
    TillPage till = shop.till();
    shop.counter().touch("Cut the bank's line", "Mend the bank's line");
    till.scan(Shelf.LANTERN, "White lantern");
    till.open("payments").touch("Card");
    String ticket = till.done();
    lantern(books, Account.CARDS);
    shop.counter().nextCard("decline");
    shop.counter().touch("Mend the bank's line", "Cut the bank's line");
    inJournal(till, "Card payment DECLINED afterwards, ticket " + ticket);
    books.post(debit(Account.CARD_LOSS, "6.00"), credit(Account.CARDS, "6.00"));
    books.exception("Card declined afterwards");
  }

  private static void lantern(ExpectedBooks books, Account paidTo) {
    books.post(debit(paidTo, "6.00"), credit(Account.SALES, "5.00"), credit(Account.TAX, "1.00"));
  }

  /** What the register does by itself meanwhile: the journal's page is opened until it is there. */
  private static void inJournal(TillPage till, String... entries) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          Panel journal = till.open("journal");
          String text = journal.locator("table").innerText();
          journal.close();
          assertThat(text).contains(entries);
        });
  }
}
