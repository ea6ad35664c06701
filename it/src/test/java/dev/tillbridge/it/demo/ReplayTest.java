package dev.tillbridge.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.replay.Replay;
import dev.tillbridge.it.replay.ReplayResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole path with real processes; after a failure its folder stays, logs included. */
@Order(4)
class ReplayTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  @Timeout(180)
  void sampleRungThroughCutsAndKillsIsInHqsBooksToThePenny() throws IOException {
    ReplayResult result =
        new Replay(
                new Replay.Order(
                    folder.resolve("chain"),
                    SampleInvoices.read(),
                    Ports.free(new SplittableRandom()),
                    2,
                    3,
                    7),
                System.out::println)
            .run();

    assertThat(result.reconciliation().lost()).isEmpty();
    assertThat(result.reconciliation().duplicated()).isEmpty();
    assertThat(result.reconciliation().altered()).isEmpty();
    assertThat(result.isExact()).as(new ResultTable(result).text()).isTrue();
    JsonNode json = Wire.JSON.readTree(result.json());
    assertThat(json.propertyNames())
        .containsExactly(
            "file",
            "refused",
            "rung",
            "hq",
            "lost",
            "duplicated",
            "altered",
            "cuts",
            "kills",
            "seconds");
    assertThat(json.at("/file/invoices").intValue()).isEqualTo(40);
    assertThat(json.at("/refused/rows").intValue()).isEqualTo(5);
    assertThat(json.at("/rung/tickets").intValue()).isEqualTo(38);
    assertThat(json.at("/hq/net").stringValue()).isEqualTo(json.at("/rung/net").stringValue());
    assertThat(json.at("/cuts").intValue()).isEqualTo(2);
    assertThat(json.at("/kills").intValue()).isEqualTo(3);
  }
}
