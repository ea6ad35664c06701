package dev.tillbridge.it.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.it.demo.SampleInvoices;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill of a minute; the long ones are a command of their own. */
@Tag("drill")
@Order(1)
class ShortDrillTest {

  private static final Duration LENGTH = Duration.ofSeconds(60);
  private static final int FAULTS = FaultKind.values().length;
  private static final long SEED = 20_261_122;

  @TempDir private Path folder;

  @Test
  void nothingIsLostDoubledOrAlteredWhateverFails()
      throws IOException, SQLException, InterruptedException {
    DrillResult result =
        new Drill(
                new Drill.Order(
                    folder.resolve("chain"), SampleInvoices.read(), 2, LENGTH, FAULTS, SEED),
                System.out::println)
            .run();

    System.out.println(result.json());
    assertThat(result.quietPoints()).isNotEmpty().allMatch(Findings::clean);
    assertThat(result.quietPoints().getLast().receipts()).isGreaterThan(20);
    assertThat(result.faults().values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThanOrEqualTo(FAULTS - 1);
  }
}
