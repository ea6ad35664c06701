package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.math.BigDecimal;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clerk's screen, used by keyboard as a clerk would. Every step waits until it is shown. */
public final class TillPage {

  private static final Pattern ON_A_BUTTON = Pattern.compile("(Shift\\+)?F\\d+");

  private final Page page;

  public TillPage(Page page, URI address) {
    this.page = page;
    page.navigate(address.toString());
  }

  public Page page() {
    return page;
  }

  public void signOn(SignOns.Person clerk) {
    tryToSignOn(clerk.id(), clerk.secret());
    ready();
  }

  /** Returns when the page that answers is there. */
  void tryToSignOn(String operator, String pin) {
    page.locator("#operator").fill(operator);
    page.locator("#pin").fill(pin);
    page.evaluate("document.body.dataset.left = 'yes'");
    page.keyboard().press("Enter");
    assertThat(page.locator("body:not([data-left])")).isVisible();
  }

  /** The till takes keys. */
  void ready() {
    assertThat(page.locator("#entry")).isFocused();
  }

  void signOff() {
    press("F12");
    assertThat(page.locator("#pin-form")).isVisible();
  }

  public void openDrawer(String openingFloat) {
    assertThat(page.locator("#entry-label")).hasText("Opening float");
    type(openingFloat);
    assertThat(page.locator("#entry-label")).hasText("Scan or type a code");
  }

  /** Types a code, as a scanner does. */
  public void scan(String code, String expectedName) {
    int before = rows().count();
    type(code);
    rung(before + 1, expectedName);
  }

  /** So many lines are on the ticket, and this is the last of them. */
  void rung(int lines, String name) {
    assertThat(rows()).hasCount(lines);
    assertThat(rows().last()).containsText(name);
  }

  Locator rows() {
    return page.locator("#lines tr[data-line]");
  }

  /** Into the entry field, with Enter. */
  void type(String text) {
    ready();
    page.keyboard().type(text);
    page.keyboard().press("Enter");
  }

  /** Keys one after the other; one that is written on a button waits until that can be pressed. */
  void press(String... keys) {
    for (String key : keys) {
      if (ON_A_BUTTON.matcher(key).matches()) {
        assertThat(page.locator("[data-shortcut='" + key + "']:not([disabled])").first())
            .isVisible();
      }
      page.keyboard().press(key);
    }
  }

  /** Types a number or nothing, and then the key that takes it or asks for it. */
  void typeThen(String typed, String key) {
    ready();
    page.keyboard().type(typed);
    press(key);
  }

  /** Answers what the entry field asks. */
  void answer(String question, String answer) {
    assertThat(page.locator("#entry-label")).containsText(question);
    type(answer);
  }

  void says(String text) {
    assertThat(page.locator("#said")).containsText(text);
  }

  /**
   * Is refused: in the panel when this register knows it, below the entry field when somebody else
   * had to be asked.
   */
  void refused(String why) {
    assertThat(
            page.locator(
                    "#said [role=alert], #panel [role=alert]",
                    new Page.LocatorOptions().setHasText(why))
                .first())
        .isVisible();
    if (page.locator("#panel").isVisible()) {
      page.keyboard().press("Escape");
      assertThat(page.locator("#panel")).isHidden();
    }
  }

  void total(String amount) {
    assertThat(page.locator(".total .sum")).hasText("£" + amount);
  }

  void due(String amount) {
    assertThat(page.locator(".taken .due b")).hasText("£" + amount);
  }

  /** Takes exactly the total in cash, and tells it. */
  public BigDecimal takeCash() {
    BigDecimal total = amount(page.locator(".total .sum"));
    press("F8");
    answer("Cash received", "");
    done();
    return total;
  }

  /** Exactly what is due in cash, with one key. */
  String exactCash() {
    press("Shift+F8");
    return done();
  }

  String payOut() {
    press("F8");
    answer("Pay out", "");
    return done();
  }

  /** The ticket is recorded and its receipt printed; tells its number. */
  String done() {
    assertThat(page.locator(".done")).containsText("Recorded. The receipt is printed.");
    return page.locator(".ticket-head h1").innerText().replace("Ticket ", "").strip();
  }

  void change(String amount) {
    assertThat(page.locator(".done .change")).hasText("£" + amount);
  }

  /** Opens a panel: by its key where it has one, by the functions otherwise. */
  Panel open(String name) {
    Locator byKey = page.locator("[data-panel='" + name + "'][data-shortcut]:visible").first();
    if (byKey.count() > 0) {
      press(byKey.getAttribute("data-shortcut"));
    } else {
      choose(name);
    }
    assertThat(page.locator("#panel > :not(.menu)").first()).isVisible();
    return new Panel(page);
  }

  /** Touches a function in the menu. */
  void choose(String function) {
    press("F1");
    Locator menu = page.locator("#panel .menu");
    assertThat(menu).isVisible();
    Locator key = menu.locator("[data-key='" + function + "']");
    String group = key.locator("xpath=ancestor::*[@data-of]").getAttribute("data-of");
    menu.locator("[data-group='" + group + "']").click();
    key.click();
    assertThat(menu).hasCount(0);
  }

  public Locator status() {
    return page.locator("#status");
  }

  /** What is found in what the till says, such as the number of a document. */
  String said(Pattern wanted) {
    assertThat(page.locator("#said")).containsText(wanted);
    Matcher found = wanted.matcher(page.locator("#said").innerText());
    if (!found.find()) {
      throw new AssertionError("The till said something else at once: " + wanted);
    }
    return found.group();
  }

  /** Number of the newest journal entry. */
  long recorded() {
    Panel journal = open("journal");
    long newest = Long.parseLong(page.locator("#panel td.number").first().innerText().strip());
    journal.close();
    return newest;
  }

  /** The amount in a text such as {@code £1,234.50}. */
  static BigDecimal amount(Locator shown) {
    return new BigDecimal(Pattern.compile("[^0-9.-]").matcher(shown.innerText()).replaceAll(""));
  }
}
