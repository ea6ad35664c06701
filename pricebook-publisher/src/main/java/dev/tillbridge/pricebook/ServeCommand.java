package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.Scheduler;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code pricebook serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs until it is stopped: publishes scheduled proposals at their time, and at its start those",
      "whose time passed while it was not running."
    })
final class ServeCommand extends DeskCommand {

  ServeCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) throws InterruptedException {
    CountDownLatch stopping = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.countDown();
                  awaitQuietly(stopped);
                },
                "stop"));
    try (Scheduler scheduler = Scheduler.start(desk)) {
      out().println("READY price-book desk, proposals in " + desk.settings().dir());
      out().flush();
      stopping.await();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
