package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RegisterScreenTest extends AtTheCounter {

  @Test
  void aSaleIsRungPaidAndRecorded() {
    JsonNode rung = till.json("/lane/scan", "code", "85123A", "quantity", "2").json();
    assertThat(rung.at("/ticket/lines/0/amount").asString()).isEqualTo("GBP 5.10");
    assertThat(rung.at("/ticket/total").asString()).isEqualTo("GBP 5.10");

    JsonNode paid = till.json("/lane/tender/cash", "amount", "20").json();

    assertThat(paid.path("refusal").isNull()).isTrue();
    assertThat(paid.at("/ticket/lines").size()).isZero();
    assertThat(paid.at("/last/change").asString()).isEqualTo("GBP 14.90");
    assertThat(paid.at("/last/sequence").asLong()).isEqualTo(2);
    assertThat(paid.at("/last/hash").asString()).isEqualTo(paid.at("/journal/head").asString());
    assertThat(paid.at("/drawer/cash").asString()).isEqualTo("GBP 105.10");
    assertThat(counter.journal.entries()).hasSize(2);
  }

  @Test
  void theStateHasTheFieldsOtherProgramsReadAndNoOthers() {
    till.json(
        "/lane/scan", "code", "85123A", "price", "2.00", "reason", "shelf", "reference", "536365");
    JsonNode open = till.lane();
    till.json("/lane/tender/cash", "amount", "exact");
    JsonNode done = till.lane();

    assertThat(open.propertyNames())
        .containsExactly(
            "lane",
            "epoch",
            "csrf",
            "refusal",
            "operator",
            "drawer",
            "ticket",
            "last",
            "link",
            "book",
            "journal",
            "delivery",
            "training",
            "event");
    assertThat(open.path("operator").propertyNames()).containsExactly("id", "name");
    assertThat(open.path("drawer").propertyNames())
        .containsExactly("session", "businessDate", "cash");
    assertThat(open.path("ticket").propertyNames())
        .containsExactly(
            "kind",
            "reference",
            "priceBook",
            "pricing",
            "lines",
            "saved",
            "total",
            "due",
            "payments",
            "card");
    assertThat(open.at("/ticket/reference").asString()).isEqualTo("536365");
    assertThat(open.at("/ticket/lines/0").propertyNames())
        .containsExactly(
            "number",
            "item",
            "name",
            "quantity",
            "unit",
            "unitPrice",
            "discounts",
            "amount",
            "override",
            "basis");
    assertThat(open.at("/ticket/lines/0/override/reason").asString()).isEqualTo("shelf");
    assertThat(open.path("last").isNull()).isTrue();
    assertThat(done.path("last").propertyNames())
        .containsExactly(
            "number", "reference", "total", "change", "sequence", "hash", "printed", "problem");
    assertThat(done.path("link").propertyNames()).containsExactly("up", "since", "peer", "waiting");
    assertThat(done.path("book").propertyNames())
        .containsExactly("version", "publishedAt", "items");
    assertThat(done.path("journal").propertyNames()).containsExactly("sequence", "head");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/lane/scan|code|99999|not in price book 12",
        "/lane/scan|code||No code was given",
        "/lane/tender/cash|amount|20|The ticket is empty",
        "/lane/tender/cash|amount|twenty|\"twenty\" is not an amount",
        "/lane/tender/cash|amount|1.234|\"1.234\" is not an amount",
        "/lane/line/1/void|x|x|There is no line 1",
        "/lane/line/one/void|x|x|\"one\" is not a line",
        "/lane/line/1/quantity|quantity|-1|\"-1\" is not a number",
        "/lane/kind|kind|LOAN|A ticket is a SALE or a RETURN",
        "/drawer/open|float|100|is open already",
        "/lane/reprint|x|x|nothing to print again",
      })
  void whatCannotBeDoneIsRefusedWithTheReason(
      String path, String field, String value, String reason) {
    Till.Answer answer = till.json(path, field, value == null ? "" : value);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.refusal()).contains(reason);
  }

  @Test
  void aRefusalIsShownWithMoneyInWordsUntilTheNextStep() {
    till.htmx("/lane/scan", "code", "85123A");

    String refused = till.htmx("/lane/payment/card", "amount", "3").body();
    String next = till.htmx("/lane/scan", "code", "71053").body();

    assertThat(refused)
        .contains("role=\"alert\"")
        .contains("£3.00 is more than the £2.55 still to be paid");
    assertThat(next).doesNotContain("is more than");
  }

  @Test
  void quantityAndCodeMayBeTypedTogether() {
    JsonNode rung = till.json("/lane/scan", "code", "3*85123A").json();

    assertThat(rung.at("/ticket/lines/0/quantity").asString()).isEqualTo("3");
  }

  @Test
  void linesAreChangedVoidedAndOverridden() {
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/line/1/quantity", "quantity", "4");
    till.json("/lane/line/2/price", "price", "3.00", "reason", "Damaged");
    JsonNode changed = till.lane();
    JsonNode voided = till.json("/lane/line/1/void").json();

    assertThat(changed.at("/ticket/total").asString()).isEqualTo("GBP 13.20");
    assertThat(voided.at("/ticket/total").asString()).isEqualTo("GBP 3.00");
    assertThat(till.json("/lane/void").json().at("/ticket/lines").size()).isZero();
  }

  @Test
  void aReturnPaysOut() {
    till.json("/lane/kind", "kind", "RETURN", "reason", "damaged");
    JsonNode rung = till.json("/lane/scan", "code", "22752").json();
    JsonNode paid = till.json("/lane/tender/cash", "amount", "exact").json();

    assertThat(rung.at("/ticket/total").asString()).isEqualTo("GBP -7.65");
    assertThat(paid.at("/last/total").asString()).isEqualTo("GBP -7.65");
    assertThat(till.get("/").body()).contains("Paid out").contains("£7.65");
  }

  @Test
  void thePageShowsTheOpenTicketAgainAfterAReload() {
    till.htmx("/lane/scan", "code", "3*85123A");

    String page = till.get("/").body();

    assertThat(page)
        .contains("White hanging heart t-light holder")
        .contains("£7.65")
        .contains("Clerk <b>Ann Ek</b>")
        .doesNotContain("<script>")
        .doesNotContain("style=");
  }

  @Test
  void namesFromThePriceBookAreShownAsTextNeverAsMarkup() {
    till.htmx("/lane/scan", "code", "22745");

    assertThat(till.get("/").body()).contains("Poppy&#39;s playhouse bedroom");
    assertThat(till.htmx("/lane/scan", "code", "<b>1</b>").body()).contains("&lt;b&gt;1&lt;/b&gt;");
  }

  @Test
  void aScanAtTheScannerReachesEveryOpenPage() {
    List<String> live = till.live();
    await().until(() -> live.contains("event: lane"));
    String shown = till.shownRevision();

    till.htmx("/devices/scan", "code", "85123A");

    await().until(() -> live.contains("data: " + Till.next(shown)));
    assertThat(till.parts(shown).body()).contains("data-line=\"1\"");
  }

  @Test
  void aPageIsSentOnlyWhatItDoesNotShow() {
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/scan", "code", "22745");
    String shown = till.shownRevision();

    till.json("/lane/scan", "code", "21730");

    assertThat(till.parts(shown).body())
        .contains("hx-swap-oob=\"beforebegin:#line-end\"", "id=\"line-3\"", "innerHTML:#sums")
        .doesNotContain("line-1\"", "line-2\"", "#ticket\"", "#functions", "#status");
    String three = till.shownRevision();
    till.json("/lane/line/1/void");
    assertThat(till.parts(three).body())
        .contains("innerHTML:#line-1", "innerHTML:#line-2")
        .contains("id=\"line-3\" hx-swap-oob=\"delete\"");
    assertThat(till.parts("").body()).contains("innerHTML:#ticket\"", "data-line=\"2\"");
  }

  @Test
  void aPageOfAnotherRunOfTheRegisterIsSentAllThoughTheNumberIsTheSame() {
    till.json("/lane/scan", "code", "85123A");
    String shown = till.shownRevision();

    assertThat(till.parts("0-" + shown.split("-", 2)[1]).body()).contains("innerHTML:#ticket\"");
    assertThat(till.parts(shown).body()).doesNotContain("innerHTML:#ticket\"");
  }

  @Test
  void aPageThatMissedManyChangesIsSentAllOfTheTicket() {
    till.json("/lane/scan", "code", "85123A");
    String shown = till.shownRevision();
    for (int i = 2; i <= TillPieces.KEPT_MAX + 2; i++) {
      till.json("/lane/line/1/quantity", "quantity", Integer.toString(i));
      till.get("/lane/parts");
    }

    assertThat(till.parts(shown).body()).contains("innerHTML:#ticket\"");
  }

  @Test
  void theXReadingAddsUpAndTheDrawerIsCountedAndClosed() {
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/tender/cash", "amount", "5");

    String reading = till.get("/panel/x-reading").body();
    Till.Answer closed = till.form("/drawer/close", "counted", "102.00");

    assertThat(reading)
        .contains("Should lie in the drawer")
        .contains("£102.55")
        .contains("data-panel=\"count\"")
        .contains("data-key=\"print-x\"");
    assertThat(closed.status()).isEqualTo(303);
    assertThat(till.get("/").body())
        .contains("£102.55 expected, £102.00 counted. £0.55 short.")
        .contains("The drawer is closed");
    assertThat(till.lane().path("drawer").isNull()).isTrue();
  }

  @Test
  void theJournalIsListedAfterAnEntry() {
    till.json("/lane/scan", "code", "85123A", "reference", "536365");
    till.json("/lane/tender/cash", "amount", "exact");

    JsonNode all = till.get("/journal.json").json();
    JsonNode later = till.get("/journal.json?after=1").json();

    assertThat(all.size()).isEqualTo(2);
    assertThat(all.at("/0/type").asString()).isEqualTo("drawer-opened");
    assertThat(later.size()).isEqualTo(1);
    assertThat(later.at("/0/reference").asString()).isEqualTo("536365");
    assertThat(later.at("/0/total").asString()).isEqualTo("GBP 2.55");
    assertThat(till.get("/journal.json?after=x").status()).isEqualTo(400);
  }
}
