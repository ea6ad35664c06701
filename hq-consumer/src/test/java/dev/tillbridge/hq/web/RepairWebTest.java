package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.screens.words.MoneyWords;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** An amount in suspense is booked by hand, through the form, against a real database. */
class RepairWebTest extends AtHq {

  @Test
  void paymentCardsNumberIsNotKeptWhereverItIsTyped() {
    suspendedSale();
    String number = "4111 1111 1111 1111";
    String typed = Accountant.encoded(number);

    HttpResponse<String> note = olga.send(ITEM, ITEM + "/release", "note=Paid+with+" + typed);
    HttpResponse<String> amount = repair("&account=4010&debit=" + typed + "&credit=");

    assertThat(note.statusCode()).isEqualTo(422);
    assertThat(note.body())
        .contains("the note has what looks like a payment card", "Paid with 4111 11** **** ****");
    assertThat(amount.body()).contains("“4111 11** **** ****” is not an amount");
    assertThat(books.count("suspense_action")).isZero();
    for (String page :
        List.of("/customers?q=", "/stored-value?q=", "/documents?text=", "/tickets?text=")) {
      assertThat(olga.get(page + typed).body()).contains("4111 11**").doesNotContain(number);
    }
    assertThat(note.body() + amount.body()).doesNotContain(number);
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

    HttpResponse<String> twoWays =
        repair("&account=1010&debit=1%2C250&credit=", credit("4010", gbp("1250.00")));
    HttpResponse<String> marks =
        repair("&account=1010&debit=1.250%2C00&credit=", credit("4010", gbp("1250.00")));

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
}
