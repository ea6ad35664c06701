package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RegisterScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S09", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

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
    long shown = till.shownRevision();

    till.htmx("/devices/scan", "code", "85123A");

    await().until(() -> live.contains("data: " + (shown + 1)));
    assertThat(till.parts(shown).body()).contains("data-line=\"1\"");
  }

  @Test
  void aPageIsSentOnlyWhatItDoesNotShow() {
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/scan", "code", "22745");
    long shown = till.shownRevision();

    till.json("/lane/scan", "code", "21730");

    assertThat(till.parts(shown).body())
        .contains("hx-swap-oob=\"beforebegin:#line-end\"", "id=\"line-3\"", "innerHTML:#line-2")
        .doesNotContain("line-1\"", "innerHTML:#ticket\"");
    till.json("/lane/line/1/void");
    assertThat(till.parts(till.shownRevision() - 1).body())
        .contains("innerHTML:#line-1", "innerHTML:#line-2")
        .contains("id=\"line-3\" hx-swap-oob=\"delete\"");
    assertThat(till.parts(-1).body()).contains("innerHTML:#ticket\"", "data-line=\"2\"");
  }

  @Test
  void aPageThatMissedManyChangesIsSentAllOfTheTicket() {
    till.json("/lane/scan", "code", "85123A");
    long shown = till.shownRevision();
    for (int i = 2; i <= TicketPieces.KEPT_MAX + 2; i++) {
      till.json("/lane/line/1/quantity", "quantity", Integer.toString(i));
      till.get("/lane/parts");
    }

    assertThat(till.parts(shown).body()).contains("innerHTML:#ticket\"");
  }

  @Test
  void aCutLinkIsSaidInWordsAndStopsNothing() {
    counter.link.set(false, Instant.now().minus(Duration.ofSeconds(252)), 37);

    assertThat(till.get("/status").body())
        .contains("No link to store server 127.0.0.1:61617 for 4m1")
        .contains("37 records waiting. Keep selling, nothing to do.");
    assertThat(till.json("/lane/scan", "code", "85123A").refusal()).isEmpty();
    assertThat(till.lane().at("/link/up").asBoolean()).isFalse();
  }

  @Test
  void whatHqHasIsSaidInWordsAndInFigures() {
    sell(3);
    counter.delivery.hq(counter.lane.view().lane(), 2, 0, 0, Instant.now());
    counter.delivery.clockOffset(Duration.ofMillis(-310));
    String behind = till.get("/status").body();
    JsonNode figures = till.lane().path("delivery");
    counter.delivery.hq(counter.lane.view().lane(), 4, 0, 0, Instant.now());

    assertThat(behind)
        .contains("Link to store server up. HQ has everything up to 2; 2 on the way.")
        .contains("Store&#39;s clock -0.3 s.");
    assertThat(figures.propertyNames())
        .containsExactly("recorded", "atHq", "onTheWay", "disk", "clockOffsetMs", "problem");
    assertThat(figures.path("recorded").asLong()).isEqualTo(4);
    assertThat(figures.path("atHq").asLong()).isEqualTo(2);
    assertThat(figures.path("onTheWay").asLong()).isEqualTo(2);
    assertThat(figures.path("clockOffsetMs").asLong()).isEqualTo(-310);
    assertThat(till.get("/status").body()).contains("HQ has everything up to 4.");
  }

  @Test
  void anHqThatKeepsSilentIsToldAfterAMinute() {
    sell(3);
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(12));
    counter.link.set(true, longAgo, 0);
    counter.delivery.hq(counter.lane.view().lane(), 2, 0, 0, longAgo);

    assertThat(till.get("/status").body())
        .contains("2 on the way. No word from HQ for 12m0")
        .contains("Keep selling.");
  }

  @Test
  void aFullDiskIsToldOnTheScreenBeforeAnythingIsScanned() {
    counter.delivery.disk(DiskStatus.Level.FULL);
    counter.lane.lookAround();

    assertThat(till.get("/").body())
        .contains("Disk full, 412 MiB left")
        .contains("No new ticket can be begun now");
    assertThat(till.json("/lane/scan", "code", "85123A").refusal()).contains("412 MiB left");
    assertThat(till.lane().at("/delivery/disk").asString()).isEqualTo("FULL");

    counter.delivery.disk(DiskStatus.Level.LOW);
    counter.lane.lookAround();

    assertThat(till.get("/").body()).contains("Disk nearly full, 1.3 GiB left");
    assertThat(till.json("/lane/scan", "code", "85123A").refusal()).isEmpty();
  }

  @Test
  void anOpenPageLearnsOfAFullDiskByItself() {
    List<String> live = till.live();
    await().until(() -> live.contains("event: lane"));
    long shown = till.shownRevision();

    counter.delivery.disk(DiskStatus.Level.FULL);

    await().until(() -> live.contains("data: " + (shown + 1)));
    assertThat(till.parts(shown).body()).contains("The disk is full");
  }

  @Test
  void aWrongClockAndADeliveryProblemAreToldAndStopNothing() {
    counter.delivery.clockOffset(Duration.ofMinutes(-62));
    counter.delivery.problem("Somebody has to look.");

    assertThat(till.get("/status").body())
        .contains("clock is 1h02m ahead of the store server's")
        .contains("Somebody has to look.");
    assertThat(till.json("/lane/scan", "code", "85123A").refusal()).isEmpty();
  }

  @Test
  void theBusinessDateIsShownBeforeTheDrawerIsOpened() {
    till.form("/drawer/close", "counted", "100.00");

    assertThat(till.get("/").body())
        .contains(
            "Business date <b>" + Words.english().day(counter.lane.standing().nextBusinessDate()));
  }

  private void sell(int tickets) {
    for (int i = 0; i < tickets; i++) {
      till.json("/lane/scan", "code", "85123A");
      till.json("/lane/tender/cash", "amount", "exact");
    }
  }

  @Test
  void anEmptyPrinterIsToldAndTheReceiptComesOutLater() {
    till.htmx("/devices/printer/paper", "out", "true");
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/tender/cash", "amount", "exact");
    await()
        .untilAsserted(() ->
            assertThat(till.lane().at("/last/problem").asString("")).contains("out of paper"));
    assertThat(till.get("/").body()).contains("Reprint <kbd>F9</kbd>");

    till.htmx("/devices/printer/paper", "out", "false");
    till.json("/lane/reprint");

    await().until(() -> till.lane().at("/last/printed").asBoolean());
    assertThat(counter.devices.printer().receipts()).hasSize(1);
  }

  @Test
  void theHandAtTheCounterWeighsAndHoldsCards() {
    till.htmx("/devices/scale/load", "kg", "1.236");
    till.htmx("/devices/card/present", "presented", "false");
    till.htmx("/devices/bank/next", "answer", "decline");
    till.htmx("/devices/card/line", "cut", "true");

    assertThat(till.get("/panel/simulated").body())
        .contains("Scale: 1.236 kg.", "in the customer's pocket", "Present the card")
        .contains("Mend the bank's line");
    assertThat(counter.devices.cardTerminal().acquirer().scripted()).isPositive();
    assertThat(till.json("/devices/card/swipe").json().at("/taken").asBoolean()).isTrue();
    assertThat(till.json("/devices/scale/load", "kg", "much").status()).isEqualTo(400);

    counter.devices.cardTerminal().acquirer().clearScript();
    till.htmx("/devices/card/line", "cut", "false");
    till.htmx("/devices/card/present", "presented", "true");
    assertThat(counter.devices.cardTerminal().presented()).isTrue();
    assertThat(counter.devices.cardTerminal().acquirer().outage()).isFalse();
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
  void aReceiptThatComesOutLaterLeavesStandingWhatWasSaidMeanwhile() throws IOException {
    LaneId lane = new LaneId("S09", "R" + REGISTERS.incrementAndGet());
    try (Counter slow = new Counter(folder.resolve("slow"), lane, 0, Duration.ofMillis(60));
        Till printing = Till.selling(slow.screen.url())) {
      printing.json("/lane/scan", "code", "85123A");
      printing.json("/lane/tender/cash", "amount", "5");
      printing.form("/drawer/close", "counted", "102.00");
      boolean printedBefore = printing.lane().at("/last/printed").asBoolean();

      await().until(() -> printing.lane().at("/last/printed").asBoolean());

      assertThat(printedBefore).isFalse();
      assertThat(printing.get("/").body()).contains("£0.55 short.");
    }
  }

  @Test
  void signingOffOnOneScreenSignsOffOnAll() {
    try (Till second = new Till(counter.screen.url())) {
      second.json("/sign-on", "operator", "ann", "pin", "1111");
      assertThat(second.get("/").status()).isEqualTo(200);

      till.json("/sign-off");

      assertThat(second.get("/", "Accept", "text/html").status()).isEqualTo(303);
      assertThat(second.json("/lane/scan", "code", "85123A").status()).isEqualTo(401);
    }
  }

  @Test
  void aPageLeftOpenLearnsNothingAfterSigningOff() {
    try (Till second = new Till(counter.screen.url())) {
      second.json("/sign-on", "operator", "ann", "pin", "1111");
      List<String> live = second.live();
      await().until(() -> live.contains("event: lane"));
      int told = live.size();

      till.json("/sign-off");
      till.json("/sign-on", "operator", "bo", "pin", "2222");
      till.json("/lane/scan", "code", "85123A");

      assertThat(second.get("/lane/events", "Accept", "text/event-stream").status())
          .isNotEqualTo(200);
      assertThat(live.subList(told, live.size())).doesNotContain("event: lane");
      assertThat(second.get("/lane/parts").status()).isNotEqualTo(200);
    }
  }

  @Test
  void withoutSigningOnOnlyTheStateIsShown() {
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.get("/lane.json").status()).isEqualTo(200);
      assertThat(stranger.get("/metrics").status()).isEqualTo(200);
      assertThat(stranger.get("/health").status()).isEqualTo(200);
      assertThat(stranger.get("/", "Accept", "text/html").header("Location")).endsWith("/sign-on");
      assertThat(stranger.get("/journal.json", "Accept", "application/json").status())
          .isEqualTo(401);
      assertThat(stranger.get("/panel/x-reading", "Accept", "text/html").status()).isEqualTo(303);
      assertThat(stranger.json("/lane/scan", "code", "85123A").status()).isEqualTo(401);
    }
    assertThat(till.lane().at("/ticket/lines").size()).isZero();
  }

  @Test
  void aStrangerSeesNeitherClerkNorTicketNorDrawer() {
    till.json("/lane/scan", "code", "85123A");
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.lane().at("/operator").isNull()).isTrue();
      assertThat(stranger.lane().at("/drawer").isNull()).isTrue();
      assertThat(stranger.lane().at("/ticket/lines").size()).isZero();
    }
    assertThat(till.lane().at("/ticket/lines").size()).isEqualTo(1);
  }

  @Test
  void aWrongPinIsRefusedOnThePage() {
    try (Till stranger = new Till(counter.screen.url())) {
      Till.Answer answer = stranger.form("/sign-on", "operator", "ann", "pin", "0000");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Operator or PIN is wrong").contains("value=\"ann\"");
      assertThat(answer.body()).doesNotContain("0000");
    }
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
