package dev.tillbridge.devices.acquirer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.tillbridge.devices.acquirer.BookEntry.Operation;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledAcquirerTest {

  private static final int ANSWERS_BEFORE_THE_KILL = 200;

  @TempDir Path folder;

  @Test
  void everyAnswerOfAKilledProcessIsInTheBookAndIsGivenAgain() throws Exception {
    Path file = folder.resolve("acquirer.book");
    Path told = folder.resolve("answers");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                PayingMain.class.getName(),
                file.toString())
            .redirectOutput(told.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await().atMost(ONE_MINUTE).until(() -> answers(told).size() >= ANSWERS_BEFORE_THE_KILL);
    } finally {
      process.destroyForcibly().waitFor();
    }
    List<String> answered = answers(told);

    List<String> held = AcquirerBook.read(file).entries().stream().map(BookEntry::key).toList();

    assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS_BEFORE_THE_KILL);
    assertThat(held).startsWith(answered.toArray(String[]::new)).hasSizeLessThan(100_000 - 1);
    SimulatedAcquirer again = SimulatedAcquirer.at(file, Clock.systemUTC());
    Money before = again.book().held(CurrencyUnit.GBP);
    for (String key : answered) {
      again.ask(new Request(Operation.SALE, key, Money.parse("GBP 1.00"), "", "Visa", "token"));
    }
    assertThat(again.book().held(CurrencyUnit.GBP))
        .isEqualTo(before)
        .isEqualTo(Money.of(CurrencyUnit.GBP, held.size()));
  }

  /** Those told in full. */
  private static List<String> answers(Path told) throws IOException {
    String text = Files.readString(told);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
