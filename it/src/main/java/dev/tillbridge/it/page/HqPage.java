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

  private static final int DEBIT = 3;
  private static final int CREDIT = 4;

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
    SortedMap<String, BigDecimal> balances = new TreeMap<>();
    for (Locator row : page.locator("main tbody tr").all()) {
      Locator cells = row.locator("td");
      BigDecimal balance = amount(cells.nth(DEBIT)).subtract(amount(cells.nth(CREDIT)));
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

  /** A ticket in the list, by its whole number. */
  public Locator ticket(String number) {
    show("/tickets");
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
