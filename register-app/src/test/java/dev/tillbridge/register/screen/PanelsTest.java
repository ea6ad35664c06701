package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panels of the work area as the page fetches them. */
class PanelsTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S07", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
    await().until(() -> !till.get("/panel/search?q=set").body().contains("cannot be searched yet"));
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void theMenuHasEveryFunctionAndSaysWhatCannotBeDoneNow() {
    String empty = till.get("/panel/menu").body();
    till.json("/lane/scan", "code", "85123A");
    String busy = till.get("/panel/menu").body();

    assertThat(empty)
        .contains("data-group=\"SALE\"")
        .contains("data-key=\"void-ticket\" disabled>")
        .contains("data-key=\"simulated\" data-panel=\"simulated\"")
        .contains("data-group=\"DOCUMENTS\"");
    assertThat(busy).contains("data-key=\"void-ticket\">").contains("Manager");
  }

  @Test
  void namesAreSearchedByWordsInAnyOrder() {
    String found = till.get("/panel/search?q=nest%20BAB").body();

    assertThat(found)
        .contains("data-query=\"nest BAB\"")
        .contains("1 of 1")
        .contains("data-ring=\"22752\"")
        .contains("£7.65")
        .contains("data-exact=\"no\"");
    assertThat(till.get("/panel/search?q=22752").body()).contains("data-exact=\"yes\"");
    assertThat(till.get("/panel/search?q=zzz").body()).contains("Nothing is called \"zzz\"");
    assertThat(till.get("/panel/search?q=" + "x".repeat(500)).status()).isEqualTo(200);
  }

  @Test
  void whatWasSoldBecomesAFavourite() {
    String before = till.get("/panel/favourites").body();
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/scan", "code", "22752");
    till.json("/lane/void");
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "exact");

    assertThat(before).contains("Nothing was sold on this register yet");
    assertThat(till.get("/panel/favourites").body())
        .contains("data-ring=\"71053\"")
        .contains("White metal lantern")
        .contains("£3.39")
        .doesNotContain("22752");
  }

  @Test
  void panelsAreForWhoIsSignedOnAndOtherNamesAreNone() {
    assertThat(till.get("/panel/..%2Ftill").status()).isEqualTo(404);
    assertThat(till.get("/panel/nothing").status()).isEqualTo(404);
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.get("/panel/menu", "Accept", "text/html").status()).isEqualTo(303);
    }
  }

  @Test
  void theThemeChosenOnThisBrowserComesWithThePage() {
    assertThat(till.get("/", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
    assertThat(till.get("/sign-on").body()).doesNotContain("data-theme=");
    assertThat(till.get("/sign-on", "Cookie", "theme=\"><script>").body())
        .doesNotContain("data-theme=");
  }
}
