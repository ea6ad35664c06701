package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawers, approvals and part payments as the page asks for them. */
class DrawerScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S08", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void cashMovesAndIsCountedByPiecesWithoutTheExpectedSumInSight() {
    String moved =
        till.json(
                "/drawer/move",
                "movement",
                "PAY_OUT",
                "amount",
                "12.40",
                "reason",
                "Window cleaner")
            .body();
    String panel = till.get("/panel/count").body();
    String refused = till.json("/drawer/move", "movement", "UP", "amount", "1").body();

    assertThat(moved).contains("87.60");
    assertThat(panel).contains("name=\"pieces-50\"").contains("name=\"pieces-0.01\"");
    assertThat(panel).doesNotContain("87.60");
    assertThat(refused).contains("Choose pay in, pay out or drop");
    assertThat(till.get("/panel/journal").body()).contains("Paid out: Window cleaner");

    till.json("/drawer/close", "pieces-50", "1", "pieces-20", "1", "pieces-1", "17");

    assertThat(till.get("/lane.json").body()).contains("\"drawer\":null");
    assertThat(till.get("/panel/journal").body()).contains("Drawer 1 closed").contains("£87.00");
  }

  @Test
  void aDrawerIsSetAsideAndTakenUpAgain() {
    till.json("/drawer/aside");
    till.json("/drawer/open", "float", "20");
    till.json("/drawer/close", "counted", "20");

    assertThat(till.get("/panel/drawers").body()).contains("name=\"session\" value=\"1\"");

    till.json("/drawer/take-up", "session", "1");

    assertThat(till.get("/panel/drawers").body())
        .contains("In use: drawer")
        .contains("No drawer is set aside");
  }

  @Test
  void handingOverSignsThePageOff() {
    String body = till.json("/drawer/hand-over", "to", "bo").body();

    assertThat(body).contains("\"operator\":null");
    assertThat(till.get("/panel/journal").body()).doesNotContain("Handed over");
    assertThat(counter.journal.tail().sequence()).isEqualTo(2);
  }

  @Test
  void theTillSaysWhatIsStillDue() {
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "3");

    assertThat(till.get("/").body()).contains("data-due=\"£0.39\"");
    assertThat(till.json("/lane/scan", "code", "71053").body()).contains("was taken already");
  }
}
