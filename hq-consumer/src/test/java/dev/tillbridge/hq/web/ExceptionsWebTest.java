package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.screens.words.MoneyWords;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does about exceptions, through the forms, against a real database. */
class ExceptionsWebTest {

  private static final String ITEM = "/exceptions/suspense/1";

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(41);
  private HqWeb web;
  private Accountant olga;

  @BeforeEach
  void serve() throws Exception {
    web = HqScreens.over(books, folder);
    olga = new Accountant(web.url());
    olga.signOn();
  }

  @AfterEach
  void stop() {
    web.close();
    books.close();
  }

  @Test
  void nothingNeedsAnybodyWhileNothingIsWrong() {
    books.ingest().post(List.of(tape.ticket(baskets.sale(tape.nextNumber()))));

    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all&kind=conflict").body()).contains("has ever needed");
    assertThat(olga.get("/exceptions?show=all&kind=nonsense").statusCode()).isEqualTo(200);
    assertThat(olga.get("/exceptions/suspense/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/suspense/x").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/conflict/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/alarm/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/stream/S01-R09/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/stream/nonsense/x").statusCode()).isEqualTo(404);
  }

  @Test
  void releasedMessageLeavesTheBooksAsTheyWereAndItsBytesWhereTheyAre() {
    Ticket sale = suspendedSale();

    assertThat(olga.get("/exceptions").body()).contains("Bad signature").contains("S01-R01");
    HttpResponse<String> done =
        olga.send(ITEM, ITEM + "/release", "note=" + Accountant.encoded("A copy made in a test"));

    assertThat(done.body())
        .contains("Released")
        .contains("A copy made in a test")
        .contains("Olga")
        .contains(MoneyWords.of(sale.total()));
    assertThat(books.value("select action || ' ' || person || ' ' || note from suspense_action"))
        .isEqualTo("RELEASED olga A copy made in a test");
    assertThat(books.value("select string_agg(kind, ' ' order by id) from ledger_transaction"))
        .isEqualTo("SUSPENSE SUSPENSE_REVERSED");
    assertThat(books.value("select sum(amount) from posting where account = '2900'"))
        .isEqualTo("0.0000");
    assertThat(books.value("select length(bytes) > 100 from suspense")).isEqualTo("t");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all").body()).contains("Released");
    assertBalanced();
  }

  @Test
  void amountIsBookedByHandOnlyWhenTheLinesFit() {
    Ticket sale = suspendedSale();
    Money half = sale.total().dividedBy(2, java.math.RoundingMode.DOWN);
    Money rest = sale.total().minus(half);

    HttpResponse<String> oneSided = repair(credit("4010", sale.total()));
    HttpResponse<String> nowhere = repair(debit("77", half), credit("4010", half));
    HttpResponse<String> suspense = repair(debit("1010", half), credit("2900", half));
    HttpResponse<String> unidentified = repair(debit("1900", half), credit("4010", half));
    HttpResponse<String> nonsense = repair("&account=4010&debit=ten&credit=");
    HttpResponse<String> signed = repair("&account=4010&debit=-1.00&credit=");
    HttpResponse<String> both = repair("&account=4010&debit=1.00&credit=1.00");

    assertThat(oneSided.statusCode()).isEqualTo(422);
    assertThat(oneSided.body()).contains("debits must equal credits", "From the paper roll");
    assertThat(nowhere.body()).contains("there is no account 77");
    assertThat(suspense.body()).contains("2900 is suspense itself");
    assertThat(unidentified.body()).contains("1900 is suspense itself");
    assertThat(nonsense.body()).contains("is not an amount");
    assertThat(signed.body()).contains("without a sign");
    assertThat(both.body()).contains("take two lines");
    assertThat(books.count("suspense_action")).isZero();

    HttpResponse<String> done =
        repair(debit("1100", sale.total()), credit("4010", half), credit("2010", rest));

    assertThat(done.body()).contains("Booked by hand");
    assertThat(balances())
        .isEqualTo(
            "1100 %s, 1900 0.00, 2010 -%s, 2900 0.00, 4010 -%s"
                .formatted(sale.total().getAmount(), rest.getAmount(), half.getAmount()));
    assertThat(
            books.value(
                "select t.kind || ' ' || (a.transaction_id = t.id) from ledger_transaction t,"
                    + " suspense_action a where t.kind = 'REPAIR'"))
        .isEqualTo("REPAIR true");
    assertBalanced();
  }

  @Test
  void aCommaBeforeThePenniesIsReadAsOneAndNoneIsGuessed() {
    books.ingest().post(List.of("no money here".getBytes(StandardCharsets.UTF_8)));

    HttpResponse<String> twoWays = repair("&account=1010&debit=1%2C250&credit=", credit("4010", gbp("1250.00")));
    HttpResponse<String> marks = repair("&account=1010&debit=1.250%2C00&credit=", credit("4010", gbp("1250.00")));

    assertThat(twoWays.body())
        .contains("“1,250” can be read in two ways. Write 1250, or 1.25.")
        .contains("value=\"1,250\"", "value=\"1250.00\"", "From the paper roll");
    assertThat(marks.body()).contains("like 1250.00", "value=\"1.250,00\"");
    assertThat(books.count("suspense_action")).isZero();

    repair("&account=1010&debit=12%2C50&credit=", credit("4010", gbp("12.50")));

    assertThat(balances()).isEqualTo("1010 12.50, 4010 -12.50");
    assertBalanced();
  }

  @Test
  void messageWithoutAnAmountIsBookedWithBothItsSides() {
    books.ingest().post(List.of("no money here".getBytes(StandardCharsets.UTF_8)));

    Money amount = gbp("3.20");
    repair(debit("1010", amount), credit("4010", amount));

    assertThat(balances()).isEqualTo("1010 3.20, 4010 -3.20");
    assertThat(books.value("select resolution from suspense")).isEqualTo("REPAIRED");
    assertBalanced();
  }

  @Test
  void runningDifferenceIsToldWhileSomebodyTypes() {
    Ticket sale = suspendedSale();
    String total = MoneyWords.of(sale.total());

    assertThat(difference(debit("1010", sale.total()), credit("4010", sale.total())))
        .contains("Debits equal credits: " + total + "; the message says " + total);
    assertThat(difference(credit("4010", Money.parse("GBP 0.01"))))
        .contains("Credits are £0.01 more");
    assertThat(difference("&account=4010&debit=" + Accountant.encoded("<script>1</script>")))
        .contains("&lt;script")
        .doesNotContain("<script>");
  }

  @Test
  void secondClickChangesNothing() {
    suspendedSale();
    String form =
        Accountant.hiddenFields(olga.get(ITEM).body(), ITEM + "/release") + "note=Not+ours";

    olga.postBare(ITEM + "/release", form);
    HttpResponse<String> again = olga.postBare(ITEM + "/release", form);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("Released").doesNotContain("Nothing was changed");
    assertThat(books.count("suspense_action")).isEqualTo(1);
    assertThat(books.count("ledger_transaction")).isEqualTo(2);
  }

  @Test
  void whoComesSecondIsToldThatItIsDone() {
    suspendedSale();
    String page = olga.get(ITEM).body();
    String repair =
        Accountant.hiddenFields(page, ITEM + "/repair").replaceAll("form=[^&]+", "form=second");
    olga.send(ITEM, ITEM + "/release", "note=Not+ours");

    HttpResponse<String> late =
        olga.postBare(
            ITEM + "/repair",
            repair
                + "note=late"
                + debit("1010", Money.parse("GBP 1.00"))
                + credit("4010", Money.parse("GBP 1.00")));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("somebody has dealt with this already");
    assertThat(books.count("suspense_action")).isEqualTo(1);
  }

  @Test
  void noteAndTokenAndRoleAreNeeded() {
    suspendedSale();

    assertThat(olga.send(ITEM, ITEM + "/release", "note=+").body()).contains("write down why");
    assertThat(olga.send(ITEM, ITEM + "/release", "note=" + "x".repeat(1_001)).statusCode())
        .isEqualTo(422);
    assertThat(olga.postBare(ITEM + "/release", "note=x&form=1").statusCode()).isEqualTo(403);
    Accountant mara = new Accountant(web.url());
    mara.signOn("mara");
    assertThat(mara.get(ITEM).body()).contains("needs an accountant").doesNotContain("/release");
    String csrf = Accountant.hiddenFields(mara.get("/").body(), "/sign-off");
    assertThat(mara.postBare(ITEM + "/release", csrf + "form=7&note=x").statusCode())
        .isEqualTo(403);
    assertThat(books.count("suspense_action")).isZero();
  }

  @Test
  void messageIsTriedAgainAndEachAttemptIsOnRecord() {
    byte[] wrong = doesNotAddUp();
    books.ingest().post(List.of(wrong));

    HttpResponse<String> still = olga.send(ITEM, ITEM + "/try-again", "note=After+the+update");

    assertThat(still.body()).contains("It still cannot be posted").contains("After the update");
    assertThat(books.value("select action from suspense_action")).isEqualTo("TRIED");
    assertThat(books.value("select resolution is null from suspense")).isEqualTo("t");
    assertBalanced();
  }

  @Test
  void messageThatCanBePostedAfterAllIsPostedOnceUnderItsNumber() throws SQLException {
    Ticket sale = baskets.sale(tape.nextNumber());
    byte[] bytes = tape.ticket(sale);
    // As after an update: what was refused then adds up now.
    execute(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise check_violation; end $$;"
            + " create trigger refuse before insert on ticket execute function refuse()");
    books.ingest().post(List.of(bytes));
    assertThat(books.value("select kind || ' ' || (entry_id is not null) from suspense"))
        .isEqualTo("UNPOSTABLE true");
    HttpResponse<String> early = olga.send(ITEM, ITEM + "/try-again", "note=too+early");
    assertThat(early.body()).contains("It still cannot be posted");
    execute("drop trigger refuse on ticket");

    HttpResponse<String> done = olga.send(ITEM, ITEM + "/try-again", "note=now");

    assertThat(done.body()).contains("Posted").contains("see the ticket");
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.value("select string_agg(kind, ' ' order by id) from ledger_transaction"))
        .isEqualTo("SUSPENSE SALE SUSPENSE_REVERSED");
    assertThat(books.value("select sum(amount)::numeric(19,2) from posting where account = '1010'"))
        .isEqualTo(sale.total().getAmount().toPlainString());
    books.ingest().post(List.of(bytes));
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(olga.get("/tickets/" + books.value("select entry_id from ticket")).body())
        .contains("by ann on");
    assertBalanced();
  }

  @Test
  void allThatAMessageMeansIsInTheBooksAfterItIsTriedAgain() throws SQLException {
    Customer ada = new Customer("S01-R01-C1", 1, "Ada", "07700 900123", null, null, null, false);
    execute(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise check_violation; end $$;"
            + " create trigger refuse before insert on customer_record execute function refuse()");
    books.ingest().post(List.of(tape.write(new CustomerRecorded(0, ada))));
    assertThat(books.value("select kind from suspense")).isEqualTo("UNPOSTABLE");
    execute("drop trigger refuse on customer_record");

    olga.send(ITEM, ITEM + "/try-again", "note=now");

    assertThat(books.value("select resolution from suspense")).isEqualTo("POSTED");
    assertThat(books.value("select string_agg(name, ' ') from customer_record")).isEqualTo("Ada");
  }

  @Test
  void hostileBytesAreShownAndDoNothing() {
    byte[] hostile =
        ("<script>alert(1)</script>\u202e\u0007 {\"entry\":{\"body\":{\"type\":\"ticket\","
                + "\"ticket\":{\"number\":\"<img src=x>\",\"total\":\"GBP 5.00\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] booked =
        ("{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":"
                + "{\"number\":\"<img src=x>\",\"total\":\"GBP 5.00\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[300_000];
    books.ingest().post(List.of(hostile, booked, large));

    for (int i = 1; i <= 3; i++) {
      String page = olga.get("/exceptions/suspense/" + i).body();
      assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x");
      assertThat(page).doesNotContain("\u202e").doesNotContain("\u0007");
      assertThat(page.length()).isLessThan(120_000);
    }
    assertThat(olga.get("/exceptions").body()).doesNotContain("<img src=x");
    assertThat(olga.get("/trial-balance").body()).contains("Suspense");
    HttpResponse<String> saved = olga.get("/exceptions/suspense/1/bytes");
    assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
  }

  @Test
  void bothVersionsOfAConflictAreShownAndANoteSettlesIt() {
    Ticket first = baskets.sale("S01-R01-1");
    LaneTape copy = tape.copiedDisk();
    books.ingest().post(List.of(tape.ticket(first)));
    books.ingest().post(List.of(copy.ticket(baskets.sale("S01-R01-1"))));
    String address = "/exceptions/conflict/1";

    assertThat(olga.get("/exceptions").body()).contains("Same number, other bytes");
    assertThat(olga.get(address).body())
        .contains("two versions")
        .contains("<mark>")
        .contains(first.total().toString());
    HttpResponse<String> seen =
        olga.send(address, address + "/seen", "note=Disk+was+copied+for+a+test");

    assertThat(seen.body()).contains("Disk was copied for a test").contains("Olga");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all").body()).contains("Seen");
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.count("remark")).isEqualTo(1);
  }

  @Test
  void auditTrailCannotBeRewritten() {
    suspendedSale();
    olga.send(ITEM, ITEM + "/release", "note=Not+ours");

    for (String change :
        List.of(
            "update suspense_action set note = 'else'",
            "delete from suspense_action",
            "delete from suspense",
            "update suspense set bytes = ''",
            "truncate trust_action",
            "delete from remark")) {
      assertThatThrownBy(() -> execute(change)).as(change).hasMessageContaining("only grow");
    }
  }

  private Ticket suspendedSale() {
    Ticket sale = baskets.sale("S01-R01-1");
    byte[] ticket = new LaneTape("S01-R01").ticket(sale);
    books.ingest().post(List.of(LaneTape.badlySealed(ticket)));
    return sale;
  }

  /** Sealed by a register that cannot add. */
  private byte[] doesNotAddUp() {
    Ticket sale = baskets.sale("S01-R08-1");
    EntryBody body = new EntryBody.TicketCompleted(1, sale);
    String right =
        new String(Wire.ENTRY.encode(new LaneTape("S01-R08").entry(body)), StandardCharsets.UTF_8);
    String wrong =
        right.replace("\"total\":\"" + sale.total(), "\"total\":\"" + sale.total().plusMinor(1));
    assertThat(wrong).isNotEqualTo(right);
    return Seal.fresh().over(wrong.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> repair(String... lines) {
    return olga.send(ITEM, ITEM + "/repair", "note=From+the+paper+roll" + String.join("", lines));
  }

  private String difference(String... lines) {
    return olga.post(ITEM + "/difference", "x=" + String.join("", lines)).body();
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }

  private static String debit(String account, Money amount) {
    return "&account=" + account + "&debit=" + amount.getAmount() + "&credit=";
  }

  private static String credit(String account, Money amount) {
    return "&account=" + account + "&debit=&credit=" + amount.getAmount();
  }

  /** Every account that was posted to, debits positive. */
  private String balances() {
    return books.value(
        "select string_agg(account || ' ' || amount::numeric(19,2), ', ' order by account) from"
            + " (select account, sum(amount) as amount from posting group by account) sums");
  }

  private void assertBalanced() {
    assertThat(books.value("select coalesce(sum(amount), 0) = 0 from posting")).isEqualTo("t");
    assertThat(olga.get("/trial-balance").body()).contains("Debits equal credits");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
