package dev.tillbridge.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on the counter, from the panel of the simulated devices. */
public final class CounterTop {

  private final TillPage till;

  CounterTop(TillPage till) {
    this.till = till;
  }

  /** Holds a barcode under the scanner; tells whether the scanner read it. */
  public boolean scan(String code) {
    Panel panel = till.open("simulated");
    panel.locator("#simulated-code").fill(code);
    String read = answered("/devices/scan", () -> till.press("Enter")).text();
    panel.close();
    return read.contains("true");
  }

  /** Touches one of the devices' buttons, and waits until they show what follows. */
  public void touch(String button, String then) {
    Panel panel = till.open("simulated");
    panel.touch(button).shows(then);
    panel.close();
  }

  /** Decides what the bank makes of the next card. */
  public void nextCard(String answer) {
    Panel panel = till.open("simulated");
    panel.locator("#bank-next").selectOption(answer);
    answered("/devices/bank/next", () -> panel.touch("Set"));
    panel.close();
  }

  /** The devices say this. */
  public void shows(String text) {
    Panel panel = till.open("simulated");
    panel.shows(text).close();
  }

  /** What the printer printed last, once it has all these words. */
  public String paper(String... words) {
    Panel panel = till.open("simulated");
    Locator paper = panel.locator(".paper");
    for (String word : words) {
      assertThat(paper).containsText(word);
    }
    String text = paper.innerText();
    panel.close();
    return text;
  }

  /** The same, and what of it has this form. */
  public String onPaper(Pattern form, String... words) {
    Matcher found = form.matcher(paper(words));
    if (!found.find()) {
      throw new AssertionError(form + " is not on the paper that has " + String.join(", ", words));
    }
    return found.group();
  }

  private Response answered(String path, Runnable action) {
    return till.page().waitForResponse(response -> response.url().endsWith(path), action);
  }
}
