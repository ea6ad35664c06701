package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others know, as the page asks for it. */
class ElsewhereScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  private static final LaneId OTHER = Counter.NEIGHBOUR;

  @TempDir private Path folder;
  private Counter counter;
  private Till till;
  private LaneId lane;

  @BeforeEach
  void open() throws IOException {
    lane = new LaneId("S41", "R" + REGISTERS.incrementAndGet());
    counter = new Counter(folder, lane, 0);
    till = Till.selling(counter.screen.url());
    counter.chain.cut(lane, false);
    counter.chain.off(OTHER.toString(), false);
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void aHoldOfAnotherLaneIsShownFoundAndRecalledWhileTheClerkCouldGoOn() {
    Document hold = tellOfHold("Blue coat");
    CountDownLatch slow = new CountDownLatch(1);
    counter.chain.answers(
        OTHER.toString(),
        (asker, inquiry) -> {
          awaitOpen(slow);
          return new Answer.HandedOver(hold.in(DocumentState.HANDED_OVER));
        });

    String panel = till.get("/panel/documents").body();
    assertThat(panel).contains("At other registers", hold.number(), "at S41-R99", "as of");
    assertThat(till.get("/panel/documents?q=blue").body()).contains(hold.number());
    assertThat(till.get("/panel/documents?q=red").body()).doesNotContain(hold.number());

    String asking = till.htmx("/documents/recall", "number", hold.number()).body();
    assertThat(asking).contains("Asking S41-R99 for " + hold.number());
    assertThat(till.get("/panel/documents").body())
        .contains("Asking S41-R99 for " + hold.number() + " ... Go on selling");
    assertThat(till.json("/documents/recall", "number", hold.number()).refusal())
        .contains("Wait a moment for the answer");

    slow.countDown();
    await().until(() -> till.lane().at("/ticket/lines").size() == 1);
    assertThat(till.get("/documents.json").json().path("others").size()).isZero();
  }

  @Test
  void whatANeighbourHoldsComesIntoTheOpenPanelWithoutTheStore() {
    Document hold = hold("Blue coat");
    CountDownLatch slow = new CountDownLatch(1);
    counter.chain.cut(lane, true);
    counter.chain.answers(
        OTHER.toString(),
        (asker, inquiry) -> {
          awaitOpen(slow);
          return new Answer.Documents(List.of(hold));
        });

    assertThat(till.get("/panel/documents").body())
        .contains("Asking S41-R99 ...", "hx-trigger=\"load delay:400ms\"")
        .doesNotContain(hold.number());

    slow.countDown();
    await().until(() -> till.get("/panel/documents").body().contains(hold.number()));
    assertThat(till.get("/panel/documents").body()).doesNotContain("Asking");
  }

  @Test
  void whyADocumentCannotBeHadIsSaid() {
    Document hold = tellOfHold("Blue coat");
    counter.chain.answers(
        OTHER.toString(), (asker, inquiry) -> new Answer.No("It is on the open ticket there."));

    till.json("/documents/recall", "number", hold.number());

    await()
        .untilAsserted(() ->
            assertThat(till.get("/").body())
                .contains(hold.number() + " cannot be had now: It is on the open ticket there."));
  }

  @Test
  void aReceiptOfAnotherLaneOpensItsLinesOnceHqAnswers() {
    till.json("/lane/scan", "code", "85123A", "quantity", "3");
    till.json("/lane/tender/cash", "amount", "exact");
    Ticket own = Shop.there(counter.lane.state().lastTicket());
    Ticket sold =
        Ticket.of(
            "S41-R99-7",
            own.kind(),
            own.priceBook(),
            null,
            own.lines(),
            own.tenders(),
            own.change());
    CountDownLatch slow = new CountDownLatch(1);
    counter.chain.hqAnswers((asker, inquiry) -> {
      awaitOpen(slow);
      return new Answer.TicketFound(sold, Instant.parse("2026-11-20T10:00:00Z"), List.of());
    });

    assertThat(till.get("/panel/returns?receipt=s41-r99-7").body())
        .contains("Asking HQ for S41-R99-7", "hx-trigger=\"load delay:300ms\"");
    assertThat(
            till.json("/lane/return", "receipt", "S41-R99-7", "q1", "1", "reason", "x").refusal())
        .contains("HQ is being asked for ticket S41-R99-7");
    slow.countDown();
    await()
        .until(() -> till.get("/panel/returns?receipt=S41-R99-7").body().contains("3 of 3 left"));
    till.json("/lane/return", "receipt", "S41-R99-7", "q1", "2", "reason", "too small");

    assertThat(till.lane().at("/ticket/total").asString()).isEqualTo("GBP -5.10");
    assertThat(till.get("/panel/returns?receipt=S41-R99-7").body()).contains("1 of 3 left");
    counter.chain.cut(lane, true);
    assertThat(till.get("/panel/returns?receipt=S41-R99-8").body())
        .contains("HQ cannot be asked without a link");
  }

  @Test
  void aStoredValueIsCheckedAndTakenWithHqAndItsBalanceIsShown() {
    String gift = new StoredValueNumber("S41-R99-1923", StoredValueKind.GIFT, 1).toString();
    Money ten = Money.parse("GBP 10.00");
    counter.chain.hqAnswers((asker, inquiry) -> {
      Inquiry.OfStoredValue asked = (Inquiry.OfStoredValue) inquiry;
      return new Answer.Balance(
          gift, StoredValueKind.GIFT, ten, asked.keep() == null ? ten.minus(ten) : asked.keep());
    });
    till.json("/lane/scan", "code", "85123A", "quantity", "2");

    await()
        .until(() ->
            till.get("/panel/value?balance=" + gift).body().contains(gift + " has £10.00 left."));
    till.json("/lane/stored-value/redeem", "number", gift);
    await().until(() -> till.lane().at("/last/total").asString("").equals("GBP 5.10"));

    counter.hq.tell(
        new SharedRecord.OfStoredValue(
            gift, StoredValueKind.GIFT, ten, Instant.parse("2026-11-20T10:00:00Z")));
    counter.shared.read();
    counter.chain.cut(lane, true);
    assertThat(till.get("/panel/value?balance=" + gift).body())
        .contains(gift + " had £10.00 left", "HQ cannot be asked now");
  }

  @Test
  void aCustomerHqKnowsIsFoundChangedAndPutOnTheTicket() {
    counter.hq.tell(
        new SharedRecord.OfCustomer(
            1,
            new Customer("S41-R99-C4", 2, "Ada Lovelace", "020 7946 0018", null, null, null, true),
            List.of("S41-R99-C4")));
    counter.shared.read();

    assertThat(till.get("/panel/customers?q=love").body()).contains("Ada Lovelace", "Change");
    assertThat(till.get("/panel/customers?edit=S41-R99-C4").body())
        .contains("value=\"020 7946 0018\"", "checked", "Save changes");
    assertThat(
            till.json(
                    "/lane/customer/edit",
                    "customer",
                    "S41-R99-C4",
                    "name",
                    "Ada King",
                    "email",
                    "ada@example.com")
                .refusal())
        .isEmpty();
    assertThat(till.json("/lane/customer", "customer", "S41-R99-C4").refusal()).isEmpty();

    assertThat(till.get("/").body()).contains("Ada King");
    assertThat(till.json("/lane/customer/edit", "customer", "S41-R99-C5", "name", "x").refusal())
        .contains("is not known at this register");
  }

  @Test
  void anOpenPanelIsToldWhenHqToldOfAnotherLanesHold() {
    Document hold = hold("Blue coat");
    List<String> live = till.live();
    await().until(() -> live.contains("event: others"));
    long before = live.stream().filter("event: others"::equals).count();
    till.json("/lane/scan", "code", "71053");
    assertThat(till.get("/panel/documents").body())
        .contains("hx-trigger=\"sse:others\"")
        .doesNotContain(hold.number());

    counter.hq.tell(new SharedRecord.OfDocument(hold, OTHER));
    counter.shared.read();

    await().until(() -> live.stream().filter("event: others"::equals).count() == before + 1);
    assertThat(till.get("/panel/documents?q=blue").body()).contains(hold.number());
  }

  private Document tellOfHold(String label) {
    Document hold = hold(label);
    counter.hq.tell(new SharedRecord.OfDocument(hold, OTHER));
    counter.shared.read();
    counter.chain.off(new Addressee.Hq(), true);
    return hold;
  }

  private Document hold(String label) {
    till.json("/lane/scan", "code", "71053");
    till.json("/documents/hold", "label", label);
    Document own = counter.lane.state().open().documents().getFirst();
    till.json("/documents/cancel", "number", own.number());
    return new Document(
        "S41-R99-D3",
        DocumentKind.HOLD,
        DocumentState.OPEN,
        1,
        null,
        label,
        own.lines(),
        own.priceBook(),
        own.total(),
        own.paid(),
        null,
        List.of(),
        null,
        own.pricing());
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
