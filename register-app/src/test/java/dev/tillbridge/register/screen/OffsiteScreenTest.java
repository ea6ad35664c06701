package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events and training as the page asks for them. */
class OffsiteScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S10", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  private String start(String list) {
    String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
    return till.json(
            "/offsite/start",
            "name",
            "Winter fair",
            "place",
            "Square",
            "from",
            today,
            "to",
            today,
            "list",
            list)
        .body();
  }

  @Test
  void whatAClerkMayNotOffersTheKeyThatHasItAllowed() {
    till.json("/drawer/close", "counted", "100.00");
    till.json("/sign-off");
    till.json("/sign-on", "operator", "bo", "pin", "2222");
    assertThat(start("")).contains("Bo Lind is none");
    assertThat(till.get("/").body())
        .contains("<button class=\"button\" type=\"button\" data-key=\"approve\"");
    assertThat(till.htmx("/lane/approve", "operator", "ann", "pin", "1111").body())
        .contains("approved and done");

    assertThat(till.lane().at("/event/name").asString()).isEqualTo("Winter fair");
    assertThat(till.lane().at("/operator/id").asString()).isEqualTo("bo");
  }

  @Test
  void anEventIsStartedRungAndEnded() {
    assertThat(start("")).contains("is the shop's");
    till.json("/drawer/close", "counted", "100.00");
    assertThat(start("HOT1,Mulled wine,4.50,luxury")).contains("Line 1 of the list");
    assertThat(till.get("/panel/offsite").body()).contains("name=\"list\"", "Start the event");

    String begun = start("HOT1,Mulled wine,4.50,standard");
    till.json("/drawer/open", "float", "50.00");
    String rung = till.json("/lane/scan", "code", "HOT1").body();

    assertThat(begun).contains("\"event\":{\"id\":\"S10-R");
    assertThat(rung).contains("Mulled wine", "GBP 4.50");
    assertThat(till.get("/panel/offsite").body()).contains("data-ring=\"HOT1\"", "End the event");
    assertThat(till.get("/panel/favourites").body()).contains("data-ring=\"HOT1\"", "£4.50");
    assertThat(till.get("/panel/search?q=mulled").body()).contains("HOT1");
    String page = till.get("/").body();
    assertThat(page).contains("note event", "Winter fair", "The price of event S10-R");
    assertThat(till.json("/offsite/end").body()).contains("Take the money");
    till.json("/lane/tender/cash", "amount", "exact");
    till.json("/drawer/close", "counted", "54.50");
    assertThat(till.json("/offsite/end").body()).contains("\"event\":null");
  }

  @Test
  void trainingIsUnmistakableAndLeavesNothing() {
    String begun = till.json("/training/begin").body();
    String opened = till.json("/drawer/open", "float", "10.00").body();

    assertThat(begun).contains("\"training\":true");
    assertThat(opened).contains("\"session\":900001");
    assertThat(till.get("/").body()).contains("note training", "nothing here is real");
    assertThat(till.get("/status").body()).contains("nothing here is real");
    assertThat(till.get("/panel/training").body()).contains("End training");
    assertThat(till.json("/offsite/start").body()).contains("is not a day");

    String ended = till.json("/training/end").body();

    assertThat(ended).contains("\"training\":false");
    assertThat(till.get("/").body()).doesNotContain("note training");
    assertThat(till.get("/journal.json").body())
        .contains("\"sequence\":3,")
        .doesNotContain("\"sequence\":4,", "S10-TRAINING");
    assertThat(till.get("/panel/journal").body())
        .contains("Training started: Ann Ek", "Training ended: Ann Ek");
  }
}
