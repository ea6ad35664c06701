package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.lane.Books;
import dev.tillbridge.register.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents through the panel's forms. */
class DocumentsScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;
  private String lane;

  @BeforeEach
  void open() throws IOException {
    LaneId id = new LaneId("S11", "R" + REGISTERS.incrementAndGet());
    lane = id.toString();
    counter = new Counter(folder, id, 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void aTicketIsHeldAndRecalled() {
    till.json("/lane/scan", "code", "71053", "quantity", "2");
    assertThat(till.get("/panel/documents").body()).contains("Make a document of this ticket");

    JsonNode held = till.json("/documents/hold", "label", "Blue coat").json();
    String panel = till.get("/panel/documents").body();
    till.json("/documents/recall", "number", lane + "-D1");

    assertThat(held.path("refusal").isNull()).isTrue();
    assertThat(held.at("/ticket/lines").size()).isZero();
    assertThat(panel).contains("Hold " + lane + "-D1").contains("Blue coat").contains("£6.78");
    assertThat(till.lane().at("/ticket/total").asString()).isEqualTo("GBP 6.78");
    assertThat(till.get("/documents.json").json().path("documents").size()).isZero();
  }

  @Test
  void theChangeOfTheLastTicketIsGoneWhenAnotherIsHeldOrVoided() {
    sell();
    assertThat(till.get("/").body()).contains("Change due");

    till.json("/lane/scan", "code", "71053");
    assertThat(till.htmx("/documents/hold", "label", "").body())
        .contains("Ready")
        .doesNotContain("Change due");

    sell();
    till.json("/lane/scan", "code", "71053");
    assertThat(till.htmx("/lane/void").body()).contains("Ready").doesNotContain("Change due");
  }

  private void sell() {
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "exact");
  }

  @Test
  void aHoldThatCostsSomethingElseNowIsToldOfWithBothTotals() {
    till.json("/lane/scan", "code", "71053");
    till.json("/documents/hold", "label", "");
    counter.books.set(Books.of(9, Books.item("71053", "White metal lantern", "4.00")));

    String told = till.htmx("/documents/recall", "number", lane + "-D1").body();

    assertThat(told)
        .contains(
            "D1 came to £3.39 when it was put aside and comes to £4.00 now, with price book 9");
  }

  @Test
  void anOrderIsMadePaidOnPickedUpAndShownOnTheTicket() {
    till.json("/lane/scan", "code", "22752");
    String taken =
        till.htmx("/documents/order", "label", "Mr Ek", "deposit", "2.00", "due", "").body();
    till.json("/lane/tender/cash", "amount", "exact");
    JsonNode open = till.get("/documents.json").json().at("/documents/0");
    String handed = till.htmx("/documents/pick-up", "number", lane + "-D1").body();
    till.json("/lane/tender/cash", "amount", "exact");

    assertThat(taken).contains("Take the deposit now").contains("Deposit " + lane + "-D1");
    assertThat(open.path("balance").asString()).isEqualTo("GBP 5.65");
    assertThat(handed)
        .contains("<span>Still due</span><b>£5.65</b>")
        .contains("Deposit " + lane + "-D1");
    assertThat(till.lane().at("/drawer/cash").asString()).isEqualTo("GBP 107.65");
  }

  @Test
  void aLayawayIsCancelledAndTheClerkIsToldWhatToPayBack() {
    till.json("/lane/scan", "code", "22752");
    String begun =
        till.htmx("/documents/layaway", "label", "", "instalments", "2", "interval", "7").body();
    till.json("/lane/tender/cash", "amount", "exact");
    String panel = till.get("/panel/documents").body();

    String told = till.htmx("/documents/cancel", "number", lane + "-D1").body();
    till.json("/lane/tender/cash", "amount", "exact");

    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    assertThat(begun).contains("first instalment now: £3.83");
    assertThat(panel)
        .contains("paid £3.83, left £3.82")
        .contains("next £3.82 by " + Words.english().date(today.plusDays(7)));
    assertThat(told).contains("Pay £3.06 back").contains("Cancellation fee");
    assertThat(till.lane().at("/drawer/cash").asString()).isEqualTo("GBP 100.77");
    assertThat(till.get("/panel/documents").body()).contains("No document is open");
  }

  @Test
  void whatCannotBeUnderstoodOrDoneIsSaid() {
    till.json("/lane/scan", "code", "22752");

    assertThat(till.json("/documents/quote", "due", "tomorrow").refusal())
        .contains("\"tomorrow\" is not a day");
    assertThat(till.json("/documents/layaway", "instalments", "many").refusal())
        .contains("not a whole number");
    assertThat(till.json("/documents/recall", "number", "S99-R01-D7").refusal())
        .contains("A ticket of 1 lines");
    assertThat(till.lane().at("/ticket/lines").size()).isEqualTo(1);
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.get("/documents.json").status()).isNotEqualTo(200);
    }
  }
}
