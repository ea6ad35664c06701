package dev.tillbridge.it.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.page.TillPage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A till's page that stays open whatever happens to it, and another tab of the same browser, in
 * which somebody else works.
 */
final class LivingTill implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Keeps the live updates of a page at hand, so that they can be cut. */
  private static final String HOLD_OF_UPDATES =
      """
      window.EventSource = class extends EventSource {
        constructor(...all) {
          super(...all);
          window.updates = this;
          this.addEventListener('lane', (event) => { window.told = event.data; });
        }
      };
      """;

  private static final String POST =
      """
      ([path, values, source]) => {
        htmx.ajax('POST', path, {source: document.querySelector(source), values, swap: 'none'});
      }
      """;

  /**
   * What every piece of the page shows, and of one that is loaded now; without what is this page's
   * own: which line is the newest and which is chosen, and which reasons are open. Before nothing
   * is under way and the page was told of the newest revision, it need not show it.
   */
  private static final String BOTH =
      """
      async () => {
        const read = (html) => new DOMParser().parseFromString(html, 'text/html');
        const get = async (path) => read(await (await fetch(path, {cache: 'no-store'})).text());
        const text = (piece) => {
          if (!piece) return '';
          const copy = piece.cloneNode(true);
          for (const each of copy.querySelectorAll('*')) {
            each.classList.remove('selected', 'newest');
            for (const own of ['aria-current', 'open']) each.removeAttribute(own);
            if (!each.className) each.removeAttribute('class');
          }
          return copy.innerHTML.replace(/\\s+/g, ' ').replaceAll('> <', '><').trim();
        };
        const now = await get('/');
        const open = document.querySelector('#panel .payments') ? '/panel/payments'
          : document.querySelector('#panel .asked') ? '/panel/approve' : null;
        const pieces = (page, panel) => Object.fromEntries(
          [['revision', page.querySelector('[data-revision]').dataset.revision],
           ['panel', text(panel)],
           ...['ticket', 'cash', 'functions', 'facts', 'said', 'status']
             .map((id) => [id, text(page.querySelector('#' + id))])]);
        const panel = open && (await get(open)).body;
        const is = pieces(now, panel);
        const underWay = String(document.querySelectorAll('.htmx-request').length);
        return [
          {...pieces(document, open && document.querySelector('#panel')), underWay, told: window.told},
          {...is, underWay: '0', told: is.revision}];
      }
      """;

  /** Come with the revision; the others come by themselves. */
  private static final List<String> OF_A_REVISION = List.of("ticket", "cash", "functions", "facts");

  private final String address;
  private final BrowserContext context;
  private final Page living;
  private final Page elsewhere;

  /** With the clerk signed on and the drawer open. */
  LivingTill(Browser browser, URI address, SignOns.Person clerk) {
    this.address = address.toString();
    context = browser.newContext();
    context.setDefaultTimeout(PATIENCE.toMillis());
    context.addInitScript(HOLD_OF_UPDATES);
    living = context.newPage();
    TillPage till = new TillPage(living, address);
    till.signOn(clerk);
    till.openDrawer("100");
    elsewhere = context.newPage();
    elsewhere.navigate(this.address);
  }

  /** A command with the values of its form. */
  record Deed(String path, Map<String, String> values) {}

  void does(Deed deed) {
    post(living, deed, "#entry-form");
  }

  /** Two commands of which the second does not wait for the answer to the first. */
  void doesAtOnce(Deed first, Deed second) {
    living.evaluate(
        "all => all.forEach(%s)".formatted(POST),
        List.of(
            List.of(first.path(), first.values(), "#entry-form"),
            List.of(second.path(), second.values(), "#said")));
  }

  void elsewhere(Deed deed) {
    elsewhere.waitForResponse(
        answer -> answer.url().endsWith(deed.path()), () -> post(elsewhere, deed, "#entry-form"));
  }

  private static void post(Page page, Deed deed, String source) {
    page.evaluate(POST, List.of(deed.path(), deed.values(), source));
  }

  /** The command is done and its answer is lost, after the page was told of a change. */
  void losesTheAnswerTo(Deed deed) {
    Object told = living.evaluate("() => window.told");
    holding(
        deed.path(),
        () -> does(deed),
        route -> {
          route.fetch();
          living.waitForFunction("told => window.told !== told", told);
          route.abort();
        });
  }

  /** Another changes something after the command, and before its answer is there. */
  void isAnsweredAfter(Deed deed, Deed others) {
    holding(
        deed.path(),
        () -> does(deed),
        route -> {
          APIResponse answer = route.fetch();
          elsewhere(others);
          route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
  }

  /** Another changes something before the command reaches the register. */
  void isHeardAfter(Deed deed, Deed others) {
    holding(
        deed.path(),
        () -> does(deed),
        route -> {
          elsewhere(others);
          route.resume();
        });
  }

  boolean canOpen(String panel) {
    return living.locator("[data-panel=" + panel + "]:not([disabled])").count() > 0
        && living.locator("#panel").isHidden();
  }

  void opens(String panel) {
    living.locator("[data-panel=" + panel + "]").first().dispatchEvent("click");
    living.waitForSelector("#panel > *");
  }

  /** Opens a panel that is read before the command is done and comes after its answer. */
  void opensDuring(String panel, Deed deed) {
    holding(
        "/panel/" + panel,
        () -> living.locator("[data-panel=" + panel + "]").first().dispatchEvent("click"),
        route -> {
          APIResponse read = route.fetch();
          living.waitForResponse(answer -> answer.url().endsWith(deed.path()), () -> does(deed));
          route.fulfill(new Route.FulfillOptions().setResponse(read));
        });
  }

  private void holding(String path, Runnable asks, Consumer<Route> meanwhile) {
    List<Route> held = new ArrayList<>();
    living.route(
        url -> url.endsWith(path),
        route -> {
          if (held.isEmpty()) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    asks.run();
    living.waitForCondition(() -> !held.isEmpty());
    meanwhile.accept(held.getFirst());
    living.unrouteAll();
  }

  /** As if its machine slept: nothing reaches it until it is awake. */
  void sleeps() {
    living.evaluate("() => window.updates.close()");
  }

  void isAwake() {
    living.evaluate("() => window.updates.onerror(new Event('error'))");
  }

  void isLoadedAgain() {
    living.reload();
  }

  void isLeftAndComeBackTo() {
    living.navigate(address + "sign-on");
    living.goBack();
  }

  /** In another tab. */
  void signsOn(SignOns.Person person) {
    new TillPage(elsewhere, URI.create(address + "sign-on")).signOn(person);
  }

  /**
   * Returns when the living page shows what one does that is loaded now.
   *
   * @throws AssertionError when it does not in time, or when it says at any time that it shows a
   *     revision that looks otherwise
   */
  void showsWhatIs() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (String differs = "?"; !differs.isEmpty(); ) {
      differs = difference();
      if (!differs.isEmpty() && System.nanoTime() > deadline) {
        throw new AssertionError("The page stays behind: " + differs);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private String difference() {
    if (living.url().endsWith("/sign-on")) { // it was sent there, and somebody has signed on
      living.navigate(address);
    }
    List<Map<String, String>> both;
    try {
      both = (List<Map<String, String>>) living.evaluate(BOTH);
    } catch (PlaywrightException e) {
      return e.toString(); // it is being loaded
    }
    Map<String, String> shows = both.getFirst();
    Map<String, String> is = both.getLast();
    boolean sameRevision = Objects.equals(is.get("revision"), shows.get("revision"));
    for (Map.Entry<String, String> piece : is.entrySet()) {
      String shown = shows.get(piece.getKey());
      if (!piece.getValue().equals(shown)) {
        String differs =
            "#%s is%n%s%nand not%n%s".formatted(piece.getKey(), shown, piece.getValue());
        if (sameRevision && OF_A_REVISION.contains(piece.getKey())) {
          throw new AssertionError("In revision " + is.get("revision") + " " + differs);
        }
        return differs;
      }
    }
    return "";
  }

  @Override
  public void close() {
    context.close();
  }
}
