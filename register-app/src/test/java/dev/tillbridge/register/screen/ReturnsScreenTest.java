package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns, customers and stored value as the page asks for them. */
class ReturnsScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;
  private String lane;

  @BeforeEach
  void open() throws IOException {
    LaneId id = new LaneId("S06", "R" + REGISTERS.incrementAndGet());
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
  void aReceiptOpensItsLinesAndWhatIsChosenComesBack() {
    till.json("/lane/scan", "code", "85123A", "quantity", "3");
    till.json("/lane/tender/cash", "amount", "exact");

    String typed = lane.toLowerCase(Locale.ROOT) + "-1";
    String receipt = till.get("/panel/returns?receipt=" + typed).body();
    assertThat(receipt)
        .contains("Ticket " + lane + "-1")
        .contains("3 of 3 left")
        .contains("Paid by Cash");

    Till.Answer refused =
        till.json("/lane/return", "receipt", lane + "-1", "q1", "4", "reason", "too small");
    assertThat(refused.refusal()).contains("so 3 may come back, not 4");
    Till.Answer back =
        till.json("/lane/return", "receipt", lane + "-1", "q1", "2", "reason", "too small");
    assertThat(back.refusal()).isEmpty();
    assertThat(back.json().at("/ticket/total").asString()).isEqualTo("GBP -5.10");
    assertThat(till.get("/").body())
        .contains("To pay out")
        .contains("from " + lane + "-1, line 1: too small");
    assertThat(till.get("/panel/returns?receipt=" + lane + "-1").body()).contains("1 of 3 left");
  }

  @Test
  void aReceiptPaidInSeveralWaysSaysHowMuchOfEach() {
    till.json("/lane/stored-value/sell", "amount", "2");
    till.json("/lane/tender/cash", "amount", "exact");
    String gift = counter.lane.state().open().storedValues().getFirst().number();
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/stored-value/redeem", "number", gift);
    till.json("/lane/tender/cash", "amount", "1");

    assertThat(till.get("/panel/returns?receipt=" + lane + "-2").body())
        .contains("Paid by Gift certificate " + gift + " £2.00, Cash £0.55.");
  }

  @Test
  void everythingLeftComesBackWithOneButton() {
    till.json("/lane/scan", "code", "85123A", "quantity", "3");
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "exact");

    Till.Answer back =
        till.json("/lane/return", "receipt", lane + "-1", "all", "yes", "reason", "too small");

    assertThat(back.json().at("/ticket/total").asString()).isEqualTo("GBP -11.04");
  }

  @Test
  void aReceiptOfAnotherRegisterOrNoneIsToldApart() {
    assertThat(till.get("/panel/returns?receipt=S99-R01-5").body())
        .contains("was not rung at this register (" + lane + ")");
    assertThat(till.get("/panel/returns?receipt=" + lane + "-5").body())
        .contains("is not on this register, or not any more");
    assertThat(till.json("/lane/return", "receipt", lane + "-5", "reason", "x").refusal())
        .contains("is not on this register");
    assertThat(till.json("/lane/scan", "code", lane + "-5").refusal()).contains("Return (F6)");
  }

  @Test
  void goodsWithoutAReceiptNeedAReason() {
    assertThat(till.json("/lane/kind", "kind", "RETURN").refusal())
        .contains("A return needs a reason");
    assertThat(till.json("/lane/kind", "kind", "RETURN", "reason", "damaged").refusal()).isEmpty();
    assertThat(till.json("/lane/kind", "kind", "SALE").refusal()).isEmpty();
  }

  @Test
  void aCustomerIsAddedFoundChosenAndTakenOff() {
    till.json(
        "/lane/customer/add", "name", "Ada Lovelace", "phone", "020 7946 0018", "marketing", "yes");
    assertThat(till.get("/").body()).contains("<span class=\"badge\">Ada Lovelace</span>");
    till.json("/lane/customer", "customer", "");
    assertThat(till.get("/").body()).doesNotContain("Ada Lovelace");

    assertThat(till.get("/panel/customers?q=love").body()).contains("Ada Lovelace");
    assertThat(till.get("/panel/customers?q=hopper").body()).contains("Nobody here fits");
    assertThat(till.json("/lane/customer", "customer", lane + "-C1").refusal()).isEmpty();
    assertThat(till.get("/").body()).contains("Ada Lovelace");
    assertThat(till.json("/lane/customer/add", "name", "").refusal()).contains("needs a name");
  }

  @Test
  void aCustomerChosenBeforeTheFirstScanIsShownInsteadOfTheTicketBefore() {
    till.json("/lane/scan", "code", "85123A");
    till.json("/lane/tender/cash", "amount", "exact");

    till.json("/lane/customer/add", "name", "Ada Lovelace");

    assertThat(till.get("/").body())
        .contains("<span class=\"badge\">Ada Lovelace</span>")
        .doesNotContain("Ticket " + lane + "-1");
  }

  @Test
  void aGiftCertificateIsSoldAndPaysAndAReturnGoesOnAStoreCredit() {
    till.json("/lane/stored-value/sell", "amount", "10");
    assertThat(till.get("/panel/gift").body()).contains("Gift certificate G1");
    till.json("/lane/tender/cash", "amount", "exact");
    String gift = counter.lane.state().open().storedValues().getFirst().number();
    till.json("/lane/scan", "code", "85123A");

    assertThat(till.json("/lane/stored-value/redeem", "number", gift).refusal()).isEmpty();

    assertThat(till.lane().at("/last/total").asString()).isEqualTo("GBP 2.55");
    till.json("/lane/return", "receipt", lane + "-2", "q1", "1", "reason", "too small");
    assertThat(till.get("/panel/value").body()).contains("Refund to a new store credit");
    assertThat(till.json("/lane/stored-value/refund").refusal()).isEmpty();
    assertThat(counter.lane.state().open().storedValues()).hasSize(2);
    assertThat(till.json("/lane/stored-value/redeem", "number", "nonsense").refusal())
        .contains("is no number of a gift certificate");
  }
}
