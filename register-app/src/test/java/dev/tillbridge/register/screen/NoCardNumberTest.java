package dev.tillbridge.register.screen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.devices.simulated.TestCard;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.StoredEntry;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Every kind of answer with every test card, and its number typed into every field: no byte of the
 * journal, of any file, of the logs or of the screen has a card's number.
 */
class NoCardNumberTest {

  private static final String TODAY = LocalDate.now(ZoneId.of("Europe/London")).toString();

  /** The shop's own card has a number that no bank's has. */
  private static final Set<TestCard> BANKS = EnumSet.complementOf(EnumSet.of(TestCard.SHOP_CARD));

  /** Each field that a clerk types into: where it is sent, and what it is called there. */
  private static final String[][] FIELDS = {
    {"/sign-on", "operator"},
    {"/lane/approve", "operator"},
    {"/lane/scan", "code"},
    {"/lane/scan", "quantity", "code", "22752"},
    {"/lane/scan", "price", "code", "22752"},
    {"/lane/scan", "reason", "code", "22752", "price", "1"},
    {"/lane/scan", "reference", "code", "22752"},
    {"/lane/line/1/quantity", "quantity"},
    {"/lane/line/1/price", "price"},
    {"/lane/line/1/price", "reason", "price", "1"},
    {"/lane/line/1/discount", "discount"},
    {"/lane/line/1/discount", "reason", "discount", "5%"},
    {"/lane/discount", "reason", "discount", "5%"},
    {"/lane/coupon", "coupon"},
    {"/lane/group", "group"},
    {"/lane/kind", "reason", "kind", "RETURN"},
    {"/lane/reference", "reference"},
    {"/lane/return", "receipt"},
    {"/lane/return", "reason", "receipt", "S08-PAN-1", "all", "yes"},
    {"/lane/tender/cash", "amount"},
    {"/lane/payment/card", "amount"},
    {"/lane/payment/card/code", "code"},
    {"/lane/payment/foreign", "amount", "currency", "EUR"},
    {"/lane/stored-value/sell", "number", "amount", "5"},
    {"/lane/stored-value/sell", "amount"},
    {"/lane/stored-value/redeem", "number"},
    {"/lane/stored-value/refund", "number"},
    {"/lane/customer/add", "name"},
    {"/lane/customer/add", "phone", "name", "Bo Lind"},
    {"/lane/customer/add", "email", "name", "Bo Lind"},
    {"/lane/customer/add", "group", "name", "Bo Lind"},
    {"/lane/customer/add", "tax", "name", "Bo Lind"},
    {"/lane/customer/add", "card", "name", "Bo Lind"},
    {"/lane/customer/edit", "phone", "customer", "S08-PAN-C1", "name", "Ann Ek"},
    {"/lane/customer/edit", "card", "customer", "S08-PAN-C1", "name", "Ann Ek"},
    {"/lane/customer/card", "card", "customer", "S08-PAN-C1"},
    {"/lane/customer", "customer"},
    {"/documents/hold", "label"},
    {"/documents/quote", "label", "due", "2030-01-01"},
    {"/documents/order", "label", "deposit", "5"},
    {"/documents/order", "deposit"},
    {"/documents/layaway", "label"},
    {"/documents/recall", "number"},
    {"/documents/pick-up", "number"},
    {"/documents/pay", "number", "amount", "5"},
    {"/documents/cancel", "number"},
    {"/drawer/open", "float"},
    {"/drawer/move", "amount", "movement", "PAY_OUT", "reason", "milk"},
    {"/drawer/move", "reason", "movement", "PAY_OUT", "amount", "5"},
    {"/drawer/no-sale", "reason"},
    {"/drawer/hand-over", "to"},
    {"/drawer/close", "counted"},
    {"/offsite/start", "name"},
    {"/offsite/start", "place", "name", "Fair"}
  };

  /** An event begins with a closed drawer. */
  private static final String[] LIST = {
    "/offsite/start", "list", "name", "Fair", "place", "Pier", "from", TODAY, "to", TODAY
  };

  private static final String[] SEARCHES = {
    "/panel/search?q=",
    "/panel/customers?q=",
    "/panel/customers?card=",
    "/panel/documents?q=",
    "/documents.json?q=",
    "/panel/returns?receipt=",
    "/panel/value?balance="
  };

  @TempDir private Path folder;
  private final List<String> seen = new ArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("dev.tillbridge");
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void hear() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void hearNoMore() {
    root.detachAppender(log);
    root.setLevel(before);
  }

  @Test
  void noCardNumberIsAnywhere() throws IOException {
    try (Counter counter = new Counter(folder, new LaneId("S08", "PAN"), 0);
        Till till = Till.selling(counter.screen.url())) {
      SimulatedAcquirer bank = counter.devices.cardTerminal().acquirer();
      bank.setLatency(Duration.ZERO);
      for (TestCard card : TestCard.values()) {
        counter.devices.cardTerminal().present(card);
        pay(counter, till, new Behaviour.Approve());
        pay(counter, till, new Behaviour.ApprovePart(50));
        pay(counter, till, new Behaviour.Decline("05"));
        pay(counter, till, new Behaviour.Refer());
        till.json("/lane/payment/card/give-up");
        bank.setOutage(true);
        pay(counter, till, new Behaviour.Approve());
        bank.setOutage(false);
      }
      journal(counter);
      assertThat(counter.journal.entries().toString()).contains("OFFLINE").contains("ONLINE");
    }
    files();

    for (TestCard card : TestCard.values()) {
      assertNoNumber(card);
      assertThat(seen).as("%s was used", card).anyMatch(text -> text.contains(card.masked()));
    }
  }

  /** With all that is typed besides in order, so that nothing else is what refuses it. */
  @Test
  void noTypedNumberIsAnywhere() throws IOException {
    try (Counter counter = new Counter(folder, new LaneId("S08", "PAN"), 0);
        Till till = Till.selling(counter.screen.url())) {
      till.json("/lane/scan", "code", "22752");
      till.json("/lane/tender/cash");
      till.json("/lane/customer/add", "name", "Ann Ek");
      till.json("/lane/scan", "code", "22752");
      int entries = counter.journal.entries().size();
      for (TestCard card : BANKS) {
        for (String written : written(card)) {
          for (String[] field : FIELDS) {
            type(till, field, written);
          }
          for (String search : SEARCHES) {
            look(till, search, written);
          }
        }
        seen.add(till.get("/").body());
        seen.add(till.get("/journal.json").body());
        files();
      }
      assertThat(counter.journal.entries()).hasSize(entries);
      assertThat(till.lane().path("ticket").path("lines")).hasSize(1);

      till.json("/lane/void");
      till.json("/drawer/close", "counted", "107.65");
      for (TestCard card : BANKS) {
        for (String written : written(card)) {
          type(till, LIST, "7;" + written + ";2.50;standard");
          type(till, LIST, written + ";Pencil;2.50;standard");
        }
      }
      assertThat(counter.lane.view().event()).isNull();
      seen.add(till.get("/").body());
      journal(counter);
    }
    files();

    BANKS.forEach(this::assertNoNumber);
  }

  /** The number alone, as it stands on the card, and with its date. */
  private static List<String> written(TestCard card) {
    String number = number(card);
    String grouped = number.replaceAll("(?<=\\G.{4})(?=.)", " ");
    return List.of(number, grouped, "Visa " + grouped.replace(' ', '-') + ", 12/27");
  }

  private void type(Till till, String[] field, String written) {
    List<String> form = new ArrayList<>(List.of(field).subList(2, field.length));
    form.add(field[1]);
    form.add(written);
    Till.Answer answer = till.json(field[0], form.toArray(String[]::new));
    assertThat(answer.refusal())
        .as("%s of %s", field[1], field[0])
        .contains("payment card", " not kept");
    seen.add(answer.body());
    seen.add(till.htmx(field[0], form.toArray(String[]::new)).body());
  }

  private void look(Till till, String search, String written) {
    Till.Answer answer = till.get(search + URLEncoder.encode(written, UTF_8));
    assertThat(answer.status()).isEqualTo(200);
    seen.add(answer.body());
  }

  private void journal(Counter counter) {
    for (StoredEntry stored : counter.journal.entries()) {
      seen.add(Wire.JSON.writeValueAsString(stored.entry().body()));
    }
  }

  private void assertNoNumber(TestCard card) {
    String number = number(card);
    log.list.forEach(event -> seen.add(event.getFormattedMessage()));
    assertThat(seen)
        .as(card.name())
        .noneMatch(text -> text.replaceAll("[ .-]", "").contains(number));
  }

  private static String number(TestCard card) {
    return new String(card.number(), ISO_8859_1);
  }

  private void pay(Counter counter, Till till, Behaviour next) throws IOException {
    counter.devices.cardTerminal().acquirer().clearScript();
    counter.devices.cardTerminal().acquirer().script(next);
    till.json("/lane/scan", "code", "22752");
    till.json("/lane/payment/card", "amount", "");
    files();
    await().until(() -> !till.get("/panel/payments").body().contains("the terminal waits"));
    seen.add(till.get("/").body());
    seen.add(till.get("/panel/payments").body());
    files();
  }

  /** Every file there is; the register may give one its name, or delete it, in the meantime. */
  private void files() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            try {
              seen.add(new String(Files.readAllBytes(file), ISO_8859_1));
            } catch (NoSuchFileException e) {
              return visitFileFailed(file, e);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }
}
