package dev.tillbridge.hq;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** {@code ./tillbridge hq CONFIG.properties}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("Usage: ./tillbridge hq CONFIG.properties (see config/hq.properties)");
      System.exit(2);
    }
    try {
      run(HqSettings.read(Settings.read(Path.of(args[0]))));
    } catch (InvalidSetting e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(HqSettings settings) throws InterruptedException {
    Headquarters headquarters = Headquarters.start(settings, Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  headquarters.close();
                  stopped.countDown();
                },
                "stop"));
    System.out.println("READY hq " + headquarters.url());
    stopped.await();
  }
}
