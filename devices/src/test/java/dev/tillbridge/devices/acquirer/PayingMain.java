package dev.tillbridge.devices.acquirer;

import dev.tillbridge.devices.acquirer.BookEntry.Operation;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer.Request;
import java.nio.file.Path;
import java.time.Clock;
import org.joda.money.Money;

/** Pays a pound after another and tells each once it is answered, until it is killed. */
final class PayingMain {

  private PayingMain() {}

  public static void main(String[] arguments) {
    SimulatedAcquirer acquirer = SimulatedAcquirer.at(Path.of(arguments[0]), Clock.systemUTC());
    Money pound = Money.parse("GBP 1.00");
    for (int n = 1; n < 100_000; n++) {
      acquirer.ask(new Request(Operation.SALE, "k" + n, pound, "", "Visa", "token"));
      System.out.println("k" + n);
    }
  }
}
