package dev.tillbridge.register.screen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.devices.simulated.TestCard;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.shared.SharedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Cards drawn through the simulated reader, as the page shows what comes of them; no link. */
class CustomerCardScreenTest {

  private static final AtomicInteger REGISTERS = new AtomicInteger();
  private static final String RED = CounterView.CUSTOMER_CARDS.getFirst();
  private static final String BLUE = CounterView.CUSTOMER_CARDS.getLast();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S43", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void aCardNobodyHasOpensTheCustomersAndIsGivenToANewOne() {
    swipe(RED);
    await().untilAsserted(() -> assertThat(said()).contains("data-opens=\"customers\""));
    assertThat(said()).contains("Nobody known here has card " + RED);
    assertThat(till.get("/panel/customers").body())
        .contains("Whose is card " + RED + "?")
        .contains("name=\"card\" maxlength=\"64\" value=\"" + RED + "\"");

    till.json("/lane/customer/add", "name", "Ada Lovelace", "card", RED);
    assertThat(said()).contains("data-opens=\"\"").contains("Ada Lovelace");
    till.json("/lane/customer", "customer", "");
    swipe(RED);

    await().untilAsserted(() -> assertThat(onTicket()).isEqualTo("Ada Lovelace"));
    assertThat(till.get("/panel/customers").body())
        .contains("card " + RED)
        .doesNotContain("Whose is card");
  }

  @Test
  void aCardNobodyHasIsGivenToSomebodyWhoIsFound() {
    counter.hq.tell(
        new SharedRecord.OfCustomer(
            1,
            new Customer("S43-R99-C4", 2, "Ada Lovelace", null, null, null, null, false)
                .with(new CustomerCard(BLUE, Instant.parse("2026-11-20T10:00:00Z"))),
            List.of("S43-R99-C4")));
    counter.shared.read();
    swipe(RED);
    await().untilAsserted(() -> assertThat(said()).contains("data-opens=\"customers\""));

    assertThat(till.get("/panel/customers?q=love&card=" + RED).body())
        .contains("/lane/customer/card", "Give the card to Ada Lovelace", "card " + BLUE);
    assertThat(till.htmx("/lane/customer/card", "customer", "S43-R99-C4", "card", RED).body())
        .contains("The card is the customer's from now on", "Ada Lovelace");

    till.json("/lane/customer", "customer", "");
    swipe(RED);
    await().untilAsserted(() -> assertThat(onTicket()).isEqualTo("Ada Lovelace"));
    assertThat(till.get("/panel/customers?edit=S43-R99-C4").body())
        .contains("maxlength=\"64\" value=\"" + RED + "\"");
    assertThat(
            till.json("/lane/customer/edit", "customer", "S43-R99-C4", "name", "Ada", "card", "")
                .refusal())
        .isEmpty();
    swipe(RED);
    await().untilAsserted(() -> assertThat(said()).contains("Nobody known here has card " + RED));
  }

  @Test
  void aFailedReadIsSaidAndTheSaleGoesOn() {
    till.json("/lane/scan", "code", "85123A");

    swipe("scratched");

    await()
        .untilAsserted(() ->
            assertThat(said())
                .contains("The card reader did not read the card.", "evenly and stripe down")
                .contains("data-opens=\"\""));
    assertThat(till.lane().at("/ticket/lines").size()).isEqualTo(1);
  }

  @Test
  void aPaymentCardIsRefusedAndItsNumberIsNowhere() throws IOException {
    List<String> seen = new ArrayList<>();
    String number = new String(TestCard.VISA.number(), ISO_8859_1);
    Logger root = (Logger) LoggerFactory.getLogger("dev.tillbridge");
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try {
      swipe("payment");
      await().untilAsserted(() -> assertThat(said()).contains("That is a payment card"));
      assertThat(till.json("/lane/customer/add", "name", "Ada", "card", number).refusal())
          .startsWith("That is a payment card");
      seen.add(till.htmx("/lane/customer/add", "name", "Ada", "card", number).body());
      seen.add(till.get("/").body());
      seen.add(till.get("/panel/customers?card=" + number).body());
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    counter
        .journal
        .entries()
        .forEach(each -> seen.add(Wire.JSON.writeValueAsString(each.entry().body())));
    log.list.forEach(event -> seen.add(event.getFormattedMessage()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        seen.add(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }

    assertThat(counter.lane.state().open().customers()).isEmpty();
    assertThat(seen).anyMatch(text -> text.contains("That is a payment card"));
    assertThat(seen).noneMatch(text -> text.contains(number));
  }

  private void swipe(String card) {
    assertThat(till.json("/devices/card/swipe", "card", card).json().at("/taken").asBoolean())
        .isTrue();
  }

  private String said() {
    return till.get("/lane/parts").body();
  }

  private String onTicket() {
    var named = counter.lane.view().ticket().particulars().customer();
    return named == null ? "" : named.name();
  }
}
