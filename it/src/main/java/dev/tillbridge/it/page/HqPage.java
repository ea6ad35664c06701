package dev.tillbridge.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.SignOns;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** HQ's pages as the accountant reads them. */
public final class HqPage {

  private final Page page;
  private final URI address;

  public HqPage(Page page, URI address, SignOns.Person accountant) {
    this.page = page;
    this.address = address;
    page.navigate(address.toString());
    page.locator("input[name=person]").fill(accountant.id());
    page.locator("input[name=secret]").fill(accountant.secret());
    page.keyboard().press("Enter");
    assertThat(page.locator(".figure").first()).isVisible();
  }

  public Page page() {
    return page;
  }

  /** Every account that is not at nought, debits positive. */
  public SortedMap<String, BigDecimal> trialBalance() {
    show("/trial-balance");
    assertThat(page.getByText("Debits equal credits")).isVisible();
    return balances(page.locator("main"));
  }

  /** The same of one event by itself, as its own page says it. */
  public SortedMap<String, BigDecimal> eventBalance(String event) {
    row("/events", event).locator("a").first().click();
    assertThat(page.locator("h1")).containsText(event);
    return balances(page.locator("section", new Page.LocatorOptions().setHasText("In the ledger")));
  }

  /** The account is in the first column, debit and credit are the last two. */
  private static SortedMap<String, BigDecimal> balances(Locator table) {
    SortedMap<String, BigDecimal> balances = new TreeMap<>();
    for (Locator row : table.locator("tbody tr").all()) {
      Locator cells = row.locator("td");
      int credit = cells.count() - 1;
      BigDecimal balance = amount(cells.nth(credit - 1)).subtract(amount(cells.nth(credit)));
      if (balance.signum() != 0) {
        balances.put(cells.first().innerText().strip(), balance);
      }
    }
    return balances;
  }

  /** What needs a human, in the words of its badge. */
  public List<String> exceptions() {
    show("/exceptions");
    return page.locator("td .badge").allInnerTexts();
  }

  /** Of today and yesterday: a drawer may be opened before midnight and another after it. */
  public BigDecimal salesLessReturns() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    return salesLessReturns(today.minusDays(1)).add(salesLessReturns(today));
  }

  private BigDecimal salesLessReturns(LocalDate date) {
    show("/?date=" + date);
    return amount(page.locator(".figure b").first());
  }

  /** The row of a list that has this text. */
  public Locator row(String path, String text) {
    show(path);
    return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text)).first();
  }

  /** A ticket found by its whole number. */
  public Locator ticket(String number) {
    show("/tickets?text=" + number);
    return page.getByText(number, new Page.GetByTextOptions().setExact(true));
  }

  public HqPage show(String path) {
    page.navigate(address.resolve(path).toString());
    return this;
  }

  private static BigDecimal amount(Locator shown) {
    return shown.innerText().isBlank() ? BigDecimal.ZERO.setScale(2) : TillPage.amount(shown);
  }
}
