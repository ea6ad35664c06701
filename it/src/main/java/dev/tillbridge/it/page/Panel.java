package dev.tillbridge.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** The open panel of a till, or one form in it. */
public final class Panel {

  private static final double A_LOOK_MS = 2_000;

  private final Page page;
  private final Locator within;

  Panel(Page page) {
    this(page, page.locator("#panel"));
  }

  private Panel(Page page, Locator within) {
    this.page = page;
    this.within = within;
  }

  /** The form, or document, that has this text or selector. */
  public Panel form(String selector) {
    return new Panel(page, within.locator(selector).first());
  }

  public Panel fill(String field, String value) {
    within.locator("[name='" + field + "']:visible").first().fill(value);
    return this;
  }

  /** Touches a button; the panel is done with and closes. */
  public void press(String button) {
    touch(button);
    assertThat(page.locator("#panel")).isHidden();
  }

  /** Touches a button of a panel that stays as long as there is something to do in it. */
  public Panel touch(String button) {
    within
        .locator("button:visible", new Locator.LocatorOptions().setHasText(button))
        .first()
        .click();
    return this;
  }

  /** Touches a button and is refused, where it was touched. */
  public void refused(String button, String why) {
    touch(button);
    assertThat(within.locator("[role=alert]", new Locator.LocatorOptions().setHasText(why)))
        .isVisible();
  }

  public Panel shows(String text) {
    assertThat(within).containsText(text);
    return this;
  }

  /** Whether it says this within a moment. */
  public boolean contains(String text) {
    try {
      within.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(A_LOOK_MS));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  public void close() {
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel")).isHidden();
  }

  public Locator locator(String selector) {
    return within.locator(selector);
  }
}
