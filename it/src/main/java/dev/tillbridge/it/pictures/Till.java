package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A register's page, used as a clerk uses it. Every step waits until it is shown. */
final class Till {

  private static final Pattern ON_A_BUTTON = Pattern.compile("(Shift\\+)?F\\d+");

  private final Page page;
  private final Camera camera;
  private boolean linked = true;

  Till(Page page, Camera camera) {
    this.page = page;
    this.camera = camera;
    assertThat(page.locator("#pin-form")).isVisible();
    assertThat(status()).containsText("Price book 1");
  }

  /** A picture, once HQ has everything. */
  void picture(String name) {
    upToDate();
    camera.take(name);
  }

  /** A picture in every size and theme. */
  void pictures(String name) {
    upToDate();
    camera.takeInAllSizes(name);
  }

  /** Photographs what stands in the way of a step; tells where. */
  Path failure(Path folder) {
    Path file = folder.resolve("failed.png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    return file;
  }

  /** Whether the bar is expected to say that HQ has everything. */
  void linked(boolean linked) {
    this.linked = linked;
  }

  /** Returns when HQ has everything. */
  void upToDate() {
    if (linked) {
      assertThat(status())
          .containsText(Pattern.compile("HQ has everything up to|Nothing recorded yet"));
      assertThat(status()).not().containsText("on the way");
    }
  }

  void signOn(SignOns.Person clerk) {
    page.locator("#operator").fill(clerk.id());
    page.locator("#pin").fill(clerk.secret());
    page.keyboard().press("Enter");
    ready();
  }

  void signOff() {
    press("F12");
    assertThat(page.locator("#pin-form")).isVisible();
  }

  /** The till takes keys. */
  void ready() {
    assertThat(page.locator("#entry")).isFocused();
  }

  void openDrawer(String openingFloat) {
    assertThat(page.locator("#entry-label")).hasText("Opening float");
    type(openingFloat);
    asks("Scan or type a code");
  }

  /** Types codes as a scanner does, with a number before a star where several are rung. */
  void scan(String... codes) {
    for (String code : codes) {
      int before = rows().count();
      type(code);
      assertThat(rows()).hasCount(before + 1);
    }
  }

  private Locator rows() {
    return page.locator("#lines tr[data-line]");
  }

  /** Into the entry field, with Enter. */
  void type(String text) {
    ready();
    page.keyboard().type(text);
    page.keyboard().press("Enter");
  }

  /** Into the entry field, without Enter. */
  void typeOnly(String text) {
    ready();
    page.keyboard().type(text);
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

  /** Types a number, and then the key that takes it. */
  void typeThen(String typed, String key) {
    typeOnly(typed);
    press(key);
  }

  /** The entry field asks this. */
  void asks(String question) {
    assertThat(page.locator("#entry-label")).containsText(question);
  }

  void answer(String question, String answer) {
    asks(question);
    type(answer);
  }

  void says(String text) {
    assertThat(page.locator("#said")).containsText(text);
  }

  /** Exactly what is due, in cash; tells the ticket's number. */
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

  /** The panel that is open. */
  Panel panel() {
    return new Panel(page);
  }

  /** Touches a function in the menu. */
  void choose(String function) {
    menu(function).click();
    assertThat(page.locator("#panel .menu")).hasCount(0);
  }

  /** Opens the menu at the group that has a function, and tells its button. */
  Locator menu(String function) {
    press("F1");
    Locator menu = page.locator("#panel .menu");
    assertThat(menu).isVisible();
    Locator key = menu.locator("[data-key='" + function + "']");
    String group = key.locator("xpath=ancestor::*[@data-of]").getAttribute("data-of");
    menu.locator("[data-group='" + group + "']").click();
    assertThat(key).isVisible();
    return key;
  }

  /** Touches one of the simulated devices' buttons, and waits until it shows that it was. */
  void device(String button, String then) {
    Panel devices = open("simulated");
    devices.touch(button).shows(then);
    devices.close();
  }

  /** What is found in what the till says, such as the number of a document. */
  String said(Pattern wanted) {
    assertThat(page.locator("#said")).containsText(wanted);
    return found(wanted, page.locator("#said").innerText());
  }

  /** What of the paper printed last has this form, once the paper has these words. */
  String onPaper(Pattern wanted, String words) {
    Panel devices = open("simulated");
    Locator paper = devices.locator(".paper");
    assertThat(paper).containsText(words);
    String found = found(wanted, paper.innerText());
    devices.close();
    return found;
  }

  private static String found(Pattern wanted, String text) {
    Matcher matcher = wanted.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(wanted + " is not in: " + text);
    }
    return matcher.group();
  }

  Locator status() {
    return page.locator("#status, #sign-on .statusbar").first();
  }

  Page page() {
    return page;
  }
}
