package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.util.regex.Pattern;

/** A gift certificate is sold, asked for what is on it, and pays. */
final class GiftCertificates implements Task {

  private static final Pattern NUMBER = Pattern.compile("S\\d+-R\\d+-\\d+G1-\\d\\d");

  @Override
  public String name() {
    return "Gift certificates";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    Panel gift = till.open("gift").fill("amount", "25");
    photos.take("gift-sell");
    gift.press("Put on the ticket");
    String number = till.counter().onPaper(NUMBER, "Ticket " + till.exactCash());
    till.upToDate();

    till.ring("1003", "1009");
    Panel value = till.open("value").fill("balance", number);
    value.form("form[hx-get='/panel/value']").touch("Find");
    till.panel().shows("£25.00 left").fill("number", number);
    photos.take("gift-balance");
    till.panel().press("Pay with it");
    assertThat(till.page().locator(".taken .due")).isVisible();
    photos.take("gift-paid");
    till.exactCash();
  }
}
