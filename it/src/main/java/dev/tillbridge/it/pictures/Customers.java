package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Customers are recorded, found and put on a ticket. */
final class Customers implements Task {

  @Override
  public String name() {
    return "Customers";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    add(till, "Ana Horvat", "020 7946 0101");
    add(till, "Anton Šarić", "020 7946 0102");
    Panel form = till.open("customers").form("form.two");
    form.fill("name", "Hill School").fill("email", "office@hill.example").fill("tax", "GB-EX-17");
    form.locator("button").scrollIntoViewIfNeeded();
    photos.take("customer-new");
    form.press("Save and put on the ticket");
    till.ring("20*1107");
    photos.take("customer-on-ticket");
    till.exactCash();

    Panel search = till.open("customers").fill("q", "an");
    assertThat(search.locator("#customers-found form")).hasCount(2);
    photos.takeInAllSizes("customer-find");
    search.close();
  }

  private static void add(TillPage till, String name, String phone) {
    till.open("customers")
        .form("form.two")
        .fill("name", name)
        .fill("phone", phone)
        .press("Save and put on the ticket");
    assertThat(till.page().locator(".ticket-head")).containsText(name);
    till.ring("1108");
    till.exactCash();
  }
}
