package dev.tillbridge.register;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** {@code ./tillbridge register CONFIG.properties}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1 || args[0].startsWith("-")) {
      System.err.println(
          "Usage: ./tillbridge register CONFIG.properties (see config/register.properties)");
      System.exit(2);
    }
    try {
      run(RegisterSettings.read(Path.of(args[0])));
    } catch (InvalidSetting e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(RegisterSettings settings) throws InterruptedException {
    Register register = Register.start(settings, Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  register.close();
                  stopped.countDown();
                },
                "stop"));
    System.out.println("READY register " + settings.node().name() + " " + register.url());
    stopped.await();
  }
}
