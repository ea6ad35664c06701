package dev.tillbridge.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.net.URI;
import java.nio.file.Path;

/** The price-book admin's screen, one person signed on. */
final class PriceDeskPage {

  private final Page page;
  private final URI address;

  private PriceDeskPage(Page page, URI address) {
    this.page = page;
    this.address = address;
  }

  static PriceDeskPage signedOn(Browser browser, URI address, SignOns.Person person) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.navigate(address.toString());
    page.locator("[name=person]").fill(person.id());
    page.locator("[name=secret]").fill(person.secret());
    page.locator("button[type=submit]").first().click();
    assertThat(page.locator("#state")).isVisible();
    return new PriceDeskPage(page, address);
  }

  Page page() {
    return page;
  }

  PriceDeskPage open(String path) {
    page.navigate(address.resolve(path).toString());
    return this;
  }

  /** Uploads a list, with a mapping of ours or one proposed from it, and checks it. */
  void check(Path list, String mapping) {
    open("/new");
    page.locator("#list-file").setInputFiles(list);
    page.locator("select[name=mapping]").selectOption(mapping);
    page.locator("#check").click();
  }

  void click(String selector) {
    page.locator(selector).click();
  }

  void fill(String selector, String text) {
    page.locator(selector).fill(text);
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  /** On the status page: what a register rings with. */
  Locator rungWithBy(String lane) {
    return page.locator("#register-" + lane + " td").nth(1);
  }
}
