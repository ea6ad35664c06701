package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the screen tells of link, HQ, disk, clock and devices. */
class StatusScreenTest extends AtTheCounter {

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
    String shown = till.shownRevision();

    counter.delivery.disk(DiskStatus.Level.FULL);

    await().until(() -> live.contains("data: " + Till.next(shown)));
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
}
