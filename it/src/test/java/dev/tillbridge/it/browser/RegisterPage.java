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
