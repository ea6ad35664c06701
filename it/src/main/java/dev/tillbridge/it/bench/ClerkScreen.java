package dev.tillbridge.it.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.page.TillPage;
import java.net.URI;

/**
 * A register's page in a browser, used as a scanner and a clerk use it, with the browser's own
 * clock: from the key that was pressed to the change of the page that answers it.
 */
final class ClerkScreen implements AutoCloseable {

  private static final double PATIENCE_MS = 30_000;
  private static final double NANOS_PER_MS = 1_000_000;

  /** Remembers when a key came, and promises the moment at which the page shows what is awaited. */
  private static final String STOPWATCH =
      """
      (() => {
        const watch = window.stopwatch = {};
        addEventListener('keydown', event => { watch.from = event.timeStamp; }, true);
        watch.await = test => {
          watch.shown = new Promise(resolve => {
            const observer = new MutationObserver(() => {
              if (!test()) return;
              observer.disconnect();
              resolve(performance.now() - watch.from);
            });
            observer.observe(document.documentElement,
              {subtree: true, childList: true, characterData: true, attributes: true});
          });
        };
        watch.lines = count => watch.await(() =>
          document.querySelectorAll('#lines tr[data-line]').length === count);
        watch.change = after => watch.await(() => {
          const head = document.querySelector('.ticket-head h1')?.textContent ?? '';
          return document.querySelector('.done .change') !== null && head !== after;
        });
        watch.found = query => watch.await(() =>
          document.querySelector('#panel .search')?.dataset.query === query);
        watch.fetch = async () => {
          const from = performance.now();
          await (await fetch('/tillbridge.svg', {cache: 'no-store'})).text();
          return performance.now() - from;
        };
      })()
      """;

  private final Page page;
  private final TillPage till;
  private int lines;
  private int interactions;

  private ClerkScreen(Page page, TillPage till) {
    this.page = page;
    this.till = till;
  }

  static ClerkScreen signedOn(Browser browser, URI address, SignOns.Person clerk) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    page.addInitScript(STOPWATCH);
    TillPage till = new TillPage(page, address);
    till.signOn(clerk);
    return new ClerkScreen(page, till);
  }

  void openDrawer() {
    till.openDrawer("100");
  }

  /** Nanoseconds from Enter to the line on the screen. */
  long scan(String code) {
    interactions++;
    page.evaluate("count => { stopwatch.lines(count); }", ++lines);
    page.keyboard().insertText(code);
    page.keyboard().press("Enter");
    return shown();
  }

  /** Nanoseconds from the key for exact cash to "change due". */
  long takeExactCash() {
    interactions++;
    page.evaluate(
        "() => { stopwatch.change(document.querySelector('.ticket-head h1').textContent); }");
    page.keyboard().press("Shift+F8");
    lines = 0;
    return shown();
  }

  /** Types letter by letter; each from the second on brings a list, which is timed. */
  void search(String text, Samples samples) {
    for (int typed = 1; typed <= text.length(); typed++) {
      boolean listed = typed >= 2 && text.charAt(typed - 1) != ' ';
      if (listed) {
        page.evaluate("query => { stopwatch.found(query); }", text.substring(0, typed));
      }
      page.keyboard().press(text.substring(typed - 1, typed));
      if (listed) {
        samples.add(shown());
      }
    }
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
  }

  /** The yardstick: a small file of the same server, fetched by the same page. */
  long staticFile() {
    return nanos(page.evaluate("() => stopwatch.fetch()"));
  }

  /** Scans and keys since this was asked last. */
  int interactions() {
    int since = interactions;
    interactions = 0;
    return since;
  }

  private long shown() {
    return nanos(page.evaluate("() => stopwatch.shown"));
  }

  private static long nanos(Object milliseconds) {
    return (long) (((Number) milliseconds).doubleValue() * NANOS_PER_MS);
  }

  @Override
  public void close() {
    page.close();
  }
}
