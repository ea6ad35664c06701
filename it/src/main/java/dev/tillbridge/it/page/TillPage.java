package dev.tillbridge.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.math.BigDecimal;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A register's page, used as a clerk uses it. Every step waits until it is shown. */
public final class TillPage {

  private static final Pattern WAITING = Pattern.compile("(\\d+) records? waiting");
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
  public void tryToSignOn(String operator, String pin) {
    page.locator("#operator").fill(operator);
    page.locator("#pin").fill(pin);
    page.evaluate("document.body.dataset.left = 'yes'");
    page.keyboard().press("Enter");
    assertThat(page.locator("body:not([data-left])")).isVisible();
  }

  /** The till takes keys. */
  public void ready() {
    assertThat(page.locator("#entry")).isFocused();
  }

  public void signOff() {
    press("F12");
    assertThat(page.locator("#pin-form")).isVisible();
  }

  public void openDrawer(String openingFloat) {
    assertThat(page.locator("#entry-label")).hasText("Opening float");
    type(openingFloat);
    asks("Scan or type a code");
  }

  /** Types a code, as a scanner does. */
  public void scan(String code, String expectedName) {
    int before = rows().count();
    type(code);
    rung(before + 1, expectedName);
  }

  /** Types codes one after the other, with a number before a star where several are rung. */
  public void ring(String... codes) {
    for (String code : codes) {
      int before = rows().count();
      type(code);
      assertThat(rows()).hasCount(before + 1);
    }
  }

  /** So many lines are on the ticket, and this is the last of them. */
  public void rung(int lines, String name) {
    assertThat(rows()).hasCount(lines);
    assertThat(rows().last()).containsText(name);
  }

  public Locator rows() {
    return page.locator("#lines tr[data-line]");
  }

  /** Into the entry field, with Enter. */
  public void type(String text) {
    typeOnly(text);
    page.keyboard().press("Enter");
  }

  /** Into the entry field, without Enter. */
  public void typeOnly(String text) {
    ready();
    page.keyboard().type(text);
  }

  /** Keys one after the other; one that is written on a button waits until that can be pressed. */
  public void press(String... keys) {
    for (String key : keys) {
      if (ON_A_BUTTON.matcher(key).matches()) {
        assertThat(page.locator("[data-shortcut='" + key + "']:not([disabled])").first())
            .isVisible();
      }
      page.keyboard().press(key);
    }
  }

  /** Types a number or nothing, and then the key that takes it or asks for it. */
  public void typeThen(String typed, String key) {
    typeOnly(typed);
    press(key);
  }

  /** The entry field asks this. */
  public void asks(String question) {
    assertThat(page.locator("#entry-label")).containsText(question);
  }

  public void answer(String question, String answer) {
    asks(question);
    type(answer);
  }

  public void says(String text) {
    assertThat(page.locator("#said")).containsText(text);
  }

  /**
   * Is refused: in the panel when this register knows it, below the entry field when somebody else
   * had to be asked.
   */
  public void refused(String why) {
    assertThat(
            page.locator(
                    "#said [role=alert]:visible, #panel [role=alert]:visible",
                    new Page.LocatorOptions().setHasText(why))
                .first())
        .isVisible();
    if (page.locator("#panel").isVisible()) {
      page.keyboard().press("Escape");
      assertThat(page.locator("#panel")).isHidden();
    }
  }

  public void total(String amount) {
    assertThat(page.locator(".total .sum")).hasText("£" + amount);
  }

  public void due(String amount) {
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
  public String exactCash() {
    press("Shift+F8");
    return done();
  }

  public String payOut() {
    press("F8");
    answer("Pay out", "");
    return done();
  }

  /** The ticket is recorded and its receipt printed; tells its number. */
  public String done() {
    assertThat(page.locator(".done")).containsText("Recorded. The receipt is printed.");
    return page.locator(".ticket-head h1").innerText().replace("Ticket ", "").strip();
  }

  public void change(String amount) {
    assertThat(page.locator(".done .change")).hasText("£" + amount);
  }

  /** Opens a panel: by its key where it has one, by the functions otherwise. */
  public Panel open(String name) {
    Locator byKey = page.locator("[data-panel='" + name + "'][data-shortcut]:visible").first();
    if (byKey.count() > 0) {
      press(byKey.getAttribute("data-shortcut"));
    } else {
      choose(name);
    }
    assertThat(page.locator("#panel > :not(.menu)").first()).isVisible();
    return panel();
  }

  /** The panel that is open. */
  public Panel panel() {
    return new Panel(page);
  }

  /** Touches a function in the menu. */
  public void choose(String function) {
    menu(function).click();
    assertThat(page.locator("#panel .menu")).hasCount(0);
  }

  /** Opens the menu at the group that has a function, and tells its button. */
  public Locator menu(String function) {
    press("F1");
    Locator menu = page.locator("#panel .menu");
    assertThat(menu).isVisible();
    Locator key = menu.locator("[data-key='" + function + "']");
    String group = key.locator("xpath=ancestor::*[@data-of]").getAttribute("data-of");
    menu.locator("[data-group='" + group + "']").click();
    assertThat(key).isVisible();
    return key;
  }

  /** What stands on its counter. */
  public CounterTop counter() {
    return new CounterTop(this);
  }

  public Locator status() {
    return page.locator("#status, #sign-on .statusbar").first();
  }

  /** Records the status says are waiting for the link, 0 when it says none. */
  public long waiting() {
    Matcher found = WAITING.matcher(status().innerText());
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  /** Returns when HQ has everything. */
  public void upToDate() {
    assertThat(status())
        .containsText(Pattern.compile("HQ has everything up to|Nothing recorded yet"));
    assertThat(status()).not().containsText("on the way");
  }

  /** What is found in what the till says, such as the number of a document. */
  public String said(Pattern wanted) {
    assertThat(page.locator("#said")).containsText(wanted);
    Matcher found = wanted.matcher(page.locator("#said").innerText());
    if (!found.find()) {
      throw new AssertionError("The till said something else at once: " + wanted);
    }
    return found.group();
  }

  /** Number of the newest journal entry. */
  public long recorded() {
    Panel journal = open("journal");
    long newest = Long.parseLong(page.locator("#panel td.number").first().innerText().strip());
    journal.close();
    return newest;
  }

  /** The amount in a text such as {@code £1,234.50}. */
  public static BigDecimal amount(Locator shown) {
    return new BigDecimal(Pattern.compile("[^0-9.-]").matcher(shown.innerText()).replaceAll(""));
  }
}
