package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.math.BigDecimal;
import java.net.URI;
import java.util.regex.Pattern;

/** The clerk's screen, used by keyboard as a clerk would. */
final class RegisterPage {

  private final Page page;

  RegisterPage(Page page, URI address) {
    this.page = page;
    page.navigate(address.toString());
  }

  void signOn(SignOns.Person clerk) {
    page.locator("#operator").fill(clerk.id());
    page.keyboard().press("Enter");
    page.locator("#pin").fill(clerk.secret());
    page.keyboard().press("Enter");
    assertThat(page.locator("#till")).isVisible();
  }

  void openDrawer(String openingFloat) {
    assertThat(page.locator("#entry-label")).hasText("Opening float");
    type(openingFloat);
    assertThat(page.locator("#ticket")).containsText("Scan the first item");
  }

  /** Types a code, as a scanner does. */
  void scan(String code, String expectedName) {
    type(code);
    assertThat(page.locator("#lines tr").last()).containsText(expectedName);
  }

  /** Takes exactly the total in cash, and tells it. */
  BigDecimal takeCash() {
    BigDecimal total = amount(page.locator(".total .sum"));
    page.keyboard().press("F8");
    assertThat(page.locator("#entry-label")).containsText("Cash received");
    page.keyboard().press("Enter");
    assertThat(page.locator(".done")).containsText("Recorded.");
    return total;
  }

  /** Cash goes in or out without a ticket, in its panel. */
  void moveCash(String movement, String amount, String reason) {
    page.keyboard().press("F1");
    Locator panel = page.locator("#panel");
    panel.locator("[data-group=DRAWER]").click();
    panel.locator("[data-key=cash-moved]").click();
    panel.getByText(movement, new Locator.GetByTextOptions().setExact(true)).click();
    panel.locator("input[name=amount]").fill(amount);
    panel.locator("input[name=reason]").fill(reason);
    panel.locator("button[type=submit]").click();
    assertThat(page.locator("#said")).containsText("It is recorded");
    assertThat(panel).isHidden();
  }

  /**
   * Sells one, takes another back without its receipt, and is paid in two parts.
   *
   * @return what it came to
   */
  BigDecimal exchange(String sold, String name, String returned, String firstPart) {
    scan(sold, name);
    page.keyboard().press("F6");
    Locator panel = page.locator("#panel");
    panel.locator("form:has(input[value=RETURN]) input[name=reason]").fill("Too many");
    panel.getByText("Return without receipt").click();
    assertThat(panel).isHidden();
    type(returned);
    assertThat(page.locator(".ticket-head")).containsText("Exchange");
    BigDecimal total = amount(page.locator(".total .sum"));
    page.locator("#entry").fill(firstPart);
    page.keyboard().press("F8");
    assertThat(page.locator(".taken .due")).isVisible();
    page.keyboard().press("Shift+F8");
    assertThat(page.locator(".done")).containsText("Recorded.");
    return total;
  }

  Locator status() {
    return page.locator("#status");
  }

  Page page() {
    return page;
  }

  private void type(String text) {
    assertThat(page.locator("#entry")).isFocused();
    page.keyboard().type(text);
    page.keyboard().press("Enter");
  }

  /** The amount in a text such as {@code £1,234.50}. */
  static BigDecimal amount(Locator shown) {
    return new BigDecimal(Pattern.compile("[^0-9.-]").matcher(shown.innerText()).replaceAll(""));
  }
}
