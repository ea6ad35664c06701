package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.util.regex.Pattern;

/** Cash in and out, the reading, the count and the close. */
final class ClosingTheDrawer implements Task {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]{2}");

  @Override
  public String name() {
    return "Closing the drawer";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    Panel moved = till.open("cash-moved");
    moved.locator("label:has-text('Pay out') input[type=radio]").check();
    moved.fill("amount", "12.40").fill("reason", "Window cleaner");
    photos.take("drawer-cash-out");
    moved.press("Record and open");
    till.says("It is recorded");

    till.open("drawers");
    photos.take("drawer-drawers");
    till.panel().close();
    till.open("journal");
    photos.take("drawer-journal");
    till.panel().close();

    Panel reading = till.open("x-reading");
    String should = inDrawer(reading);
    photos.take("drawer-x-reading");
    reading.touch("Count and close");
    Panel count = till.panel().shows("Or the sum");
    count.fill("pieces-20", "9").fill("pieces-10", "7").fill("foreign-EUR", "10");
    photos.takeInAllSizes("drawer-count");
    count.fill("pieces-20", "").fill("pieces-10", "").fill("counted", should);
    count.press("Count and close");
    till.says("expected");
    photos.take("drawer-closed");
    assertThat(till.page().locator("#entry-label")).hasText("Opening float");
  }

  /** What the reading says should lie in the drawer. */
  static String inDrawer(Panel reading) {
    Locator line = reading.locator("p:has-text('Should lie in the drawer')");
    var found = AMOUNT.matcher(line.innerText().replace(",", ""));
    if (!found.find()) {
      throw new IllegalStateException("No amount in " + line.innerText());
    }
    return found.group();
  }
}
