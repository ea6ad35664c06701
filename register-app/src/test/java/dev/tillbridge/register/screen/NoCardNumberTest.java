package dev.tillbridge.register.screen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Every kind of answer with every test card: no byte of the journal, of any file, of the logs or of
 * the screen has a card's number.
 */
class NoCardNumberTest {

  @TempDir private Path folder;
  private final List<String> seen = new ArrayList<>();

  @Test
  void noCardNumberIsAnywhere() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger("dev.tillbridge");
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
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
      for (StoredEntry stored : counter.journal.entries()) {
        seen.add(Wire.JSON.writeValueAsString(stored.entry().body()));
      }
      assertThat(counter.journal.entries().toString()).contains("OFFLINE").contains("ONLINE");
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    log.list.forEach(event -> seen.add(event.getFormattedMessage()));
    files();

    for (TestCard card : TestCard.values()) {
      String number = new String(card.number(), ISO_8859_1);
      assertThat(seen)
          .as(card.name())
          .noneMatch(text -> text.replaceAll("[ .-]", "").contains(number));
      assertThat(seen).as("%s was used", card).anyMatch(text -> text.contains(card.masked()));
    }
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
