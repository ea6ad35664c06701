package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.screens.words.MoneyWords;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HqWebTest {

  private static final String DAY = "?date=" + LaneTape.DAY;

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(31);
  private HqWeb web;
  private Accountant olga;

  @BeforeEach
  void serve() throws Exception {
    web = HqScreens.over(books, folder);
    olga = new Accountant(web.url());
  }

  @AfterEach
  void stop() {
    web.close();
    books.close();
  }

  @Test
  void nothingIsShownToAnybodyWhoHasNotSignedOn() {
    for (String path :
        List.of("/", "/stream", "/exceptions", "/tickets", "/tickets/1", "/sales/figures")) {
      assertThat(olga.get(path).body()).as(path).contains("Password").doesNotContain("Sign off");
    }
    for (String path : List.of("/stream.json", "/sales.json", "/trial-balance.json")) {
      assertThat(olga.get(path, "Accept", "application/json").statusCode()).as(path).isEqualTo(401);
    }
    assertThat(olga.get("/health").statusCode()).isEqualTo(200);
    assertThat(olga.get("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void signOnNeedsThePasswordAndTheTokenOfTheForm() {
    assertThat(olga.postBare("/sign-on", "person=olga&secret=correct+horse").statusCode())
        .isEqualTo(403);
    assertThat(olga.post("/sign-on", "person=olga&secret=wrong").body())
        .contains("nobody is signed on");

    olga.signOn();

    assertThat(olga.get("/").body()).contains("Olga");
  }

  @Test
  void everyPageSaysWhatToExpectWhileTheBooksAreEmpty() {
    olga.signOn();

    assertThat(olga.get("/").body()).contains("has reached HQ yet").contains("7 messages waiting");
    assertThat(olga.get("/registers").body()).contains("No register has sent anything yet");
    assertThat(olga.get("/trial-balance").body()).contains("Debits equal credits");
    assertThat(olga.get("/tickets").body()).contains("No ticket fits");
    assertThat(olga.get("/tickets/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/tickets/abc").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesShowTheDayTheStreamTheBalanceAndTheTicket() {
    Ticket ticket = baskets.sale(tape.nextNumber());
    byte[] bytes = tape.ticket(ticket);
    books.ingest().post(List.of(bytes, bytes, tape.opened(Money.parse("GBP 80.00"))));
    olga.signOn();

    assertThat(olga.get("/" + DAY).body())
        .contains(MoneyWords.of(ticket.total()))
        .contains("<rect class=\"store-0\"");
    assertThat(olga.get("/registers").body())
        .contains("S01-R01")
        .contains(tape.head().hex().substring(0, 12))
        .contains("Complete");
    assertThat(olga.get("/trial-balance" + DAY).body())
        .contains("Debits equal credits")
        .contains("Cash in drawers");
    String found = olga.get("/tickets?text=1").body();
    Matcher link = Pattern.compile("href=\"(/tickets/\\d+)\"").matcher(found);
    assertThat(link.find()).isTrue();
    assertThat(olga.get(link.group(1)).body())
        .contains("Sale S01-R01-1")
        .contains("In the ledger")
        .contains("{\"v\":1,\"entry\":{")
        .contains(dev.tillbridge.model.journal.EntryHash.of(bytes).hex());
  }

  @Test
  void pagesSayThatTheDatabaseIsAwayInsteadOfFailing() {
    olga.signOn();
    String name = books.address().url().replaceAll(".*/", "");
    books.administer("alter database " + name + " allow_connections false");
    books.administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

    var page = olga.get("/trial-balance");
    var figures = olga.get("/stream.json");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("The books do not answer").contains("Sign off");
    assertThat(figures.statusCode()).isEqualTo(503);
    assertThat(figures.body()).contains("try again in a moment");
    books.administer("alter database " + name + " allow_connections true");
  }

  @Test
  void figuresComeAsJsonForPrograms() {
    Ticket ticket = baskets.sale(tape.nextNumber());
    books.ingest().post(List.of(tape.ticket(ticket)));
    olga.signOn();

    assertThat(olga.get("/sales.json" + DAY).body())
        .contains("\"total\":\"" + ticket.total() + "\"")
        .contains("\"sales\":1")
        .containsPattern("\"hours\":\\[\\{[^\\[\\]{}]*\"withoutGoods\":0[^{}]*\\}\\]");
    assertThat(olga.get("/stream.json").body())
        .contains("\"lane\":\"S01-R01\"")
        .contains("\"lastSequence\":1")
        .contains("\"waiting\":7");
    assertThat(olga.get("/trial-balance.json" + DAY).body()).contains("\"balanced\":true");
  }

  @Test
  void wrongInputIsToldInWordsAndShownAsText() {
    olga.signOn();

    assertThat(olga.get("/?date=yesterday").body()).contains("is not a date");
    assertThat(olga.get("/tickets?amount=ten").body()).contains("is not an amount");
    assertThat(olga.get("/tickets?amount=1.250%2C00").body())
        .contains("like 1250.00", "value=\"1.250,00\"");
    assertThat(olga.get("/tickets?text=%3Cscript%3E").body()).doesNotContain("<script>\"");
    assertThat(olga.get("/sales.json?date=x").statusCode()).isEqualTo(400);
  }
}
