package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;
import java.util.regex.Pattern;

/** Holds, quotes, orders and layaways, here and at the other register. */
final class Documents implements Task {

  private static final Pattern NUMBER = Pattern.compile("S\\d+-R\\d+-D\\d+");

  @Override
  public String name() {
    return "Documents";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    TillPage other = shop.till(1);
    atTheOther(shop, other);

    till.ring("1003", "2*1002");
    till.press("Shift+F7");
    till.says("is put aside");
    photos.take("hold-done");
    String hold = till.said(NUMBER);

    till.ring("1009");
    till.open("documents").fill("label", "Ivana Šimić").press("Quote");
    till.says("is promised");

    till.ring("1006", "1010");
    Panel documents = till.open("documents");
    documents.fill("label", "Marko Žagar").fill("deposit", "15");
    photos.take("documents-new");
    documents.press("Order");
    till.says("Take the deposit now");
    photos.take("order-deposit");
    till.exactCash();

    till.ring("1105", "1106");
    till.open("documents").fill("label", "Petra Čop").press("Layaway");
    till.says("first instalment now");
    photos.take("layaway-first");
    till.exactCash();

    documents = till.open("documents").shows("At other registers").shows("Luka Babić");
    photos.takeInAllSizes("documents-open");
    documents.fill("q", "luka");
    assertThat(documents.locator("form.document")).hasCount(1);
    photos.take("documents-elsewhere");
    documents.fill("q", "");
    documents.shows("Petra Čop");
    documents.form("form.document:has-text('Petra Čop')").press("Pay");
    assertThat(till.page().locator(".total .sum")).isVisible();
    photos.take("layaway-payment");
    till.exactCash();
    photos.take("layaway-paid");

    till.open("documents").form("form.document[aria-label='" + hold + "']").press("Recall");
    assertThat(till.page().locator("#lines tr[data-line]")).hasCount(2);
    photos.take("hold-recalled");
    till.exactCash();

    till.open("documents").form("form.document:has-text('Luka Babić')").press("Pick up");
    assertThat(till.page().locator(".taken .due")).isVisible();
    photos.take("order-pick-up");
    till.exactCash();
    cancelled(till, photos);
  }

  /** An order with its whole deposit back, and a layaway less the shop's fee. */
  private static void cancelled(TillPage till, Photographer photos) {
    till.open("documents").form("form.document:has-text('Marko Žagar')").press("Cancel it");
    till.says("back");
    photos.take("order-cancel");
    till.payOut();

    till.ring("1004", "1101");
    till.open("documents").fill("label", "Iva Perić").press("Layaway");
    till.says("first instalment now");
    till.exactCash();
    till.open("documents").form("form.document:has-text('Iva Perić')").press("Cancel it");
    till.says("back");
    photos.take("layaway-cancel");
    till.payOut();
  }

  private static void atTheOther(Shop shop, TillPage other) {
    other.signOn(shop.clerk());
    other.openDrawer("100");
    other.ring("1007", "1004");
    other.open("documents").fill("label", "Luka Babić").fill("deposit", "10").press("Order");
    other.says("Take the deposit now");
    other.exactCash();
    other.ring("1102", "1109", "1110");
    other.open("documents").fill("label", "Green coat, back at noon").press("Hold");
    other.says("is put aside");
    other.upToDate();
    other.page().close();
  }
}
