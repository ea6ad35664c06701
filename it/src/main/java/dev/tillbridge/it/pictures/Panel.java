package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The open panel of a till, or one form in it. */
final class Panel {

  private final Page page;
  private final Locator within;

  Panel(Page page) {
    this(page, page.locator("#panel"));
  }

  private Panel(Page page, Locator within) {
    this.page = page;
    this.within = within;
  }

  /** The first form with this selector. */
  Panel form(String selector) {
    return new Panel(page, within.locator(selector).first());
  }

  Panel fill(String field, String value) {
    within.locator("[name='" + field + "']:visible").first().fill(value);
    return this;
  }

  /** Touches a button; the panel is done with and closes. */
  void press(String button) {
    touch(button);
    assertThat(page.locator("#panel")).isHidden();
  }

  /** Touches a button of a panel that stays as long as there is something to do in it. */
  Panel touch(String button) {
    within
        .locator("button:visible", new Locator.LocatorOptions().setHasText(button))
        .first()
        .click();
    return this;
  }

  Panel shows(String text) {
    assertThat(within).containsText(text);
    return this;
  }

  void close() {
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
  }

  Locator locator(String selector) {
    return within.locator(selector);
  }
}
