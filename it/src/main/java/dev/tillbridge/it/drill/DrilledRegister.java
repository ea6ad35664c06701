package dev.tillbridge.it.drill;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.register.Register;
import dev.tillbridge.register.RegisterSettings;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The register's program as it is, except that the drill can set its clock. */
public final class DrilledRegister {

  static final String CLOCK_FILE = "clock-skew";

  private DrilledRegister() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path settings = Path.of(arguments[0]);
    try {
      Register register =
          Register.start(
              RegisterSettings.read(settings),
              new SkewedClock(settings.resolveSibling(CLOCK_FILE)));
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    register.close();
                    stopped.countDown();
                  },
                  "stop"));
      System.out.println("READY register " + register.url());
      stopped.await();
    } catch (InvalidSetting e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
