package dev.tillbridge.pricebook;

import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.Scheduler;
import dev.tillbridge.pricebook.web.PriceWeb;
import dev.tillbridge.pricebook.web.WebSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pricebook serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs until it is stopped: publishes scheduled proposals at their time, and at its start those",
      "whose time passed while it was not running. Serves the price-book admin's screen when",
      "pricebook.admins.file says who may sign on there."
    })
final class ServeCommand implements Callable<Integer> {

  private final Clock clock;

  @Mixin private final HqConnection hq = new HqConnection();

  @Spec private @Nullable CommandSpec spec;

  ServeCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    return hq.atDesk(clock, this::serve);
  }

  private int serve(PriceDesk desk, Settings settings) throws InterruptedException {
    Optional<WebSettings> screen = WebSettings.read(settings);
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
    try (PriceWeb web = screen.map(s -> PriceWeb.start(s, desk, clock)).orElse(null);
        Scheduler scheduler = Scheduler.start(desk)) {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.println(
          "READY price-book desk%s, proposals in %s"
              .formatted(
                  web == null ? " without a screen (pricebook.admins.file)" : " " + web.url(),
                  desk.settings().dir()));
      out.flush();
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
