package dev.tillbridge.devices.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedJposXmlTest {

  private static final LaneId LANE = new LaneId("S01", "R01");

  @TempDir private Path folder;

  @Test
  void aLaneWithSimulatedDevicesOnlyIsKnownByItsFile() {
    Path file = folder.resolve("jpos.xml");

    SimulatedJposXml.write(file, LANE, folder);

    assertThat(SimulatedJposXml.isAllSimulated(file, LANE)).isTrue();
    assertThat(SimulatedJposXml.isAllSimulated(file, new LaneId("S01", "R02"))).isFalse();
  }

  @Test
  void oneRealDeviceOfTheLaneMakesItARealCounter() throws IOException {
    Path file = folder.resolve("jpos.xml");
    SimulatedJposXml.write(file, LANE, folder);
    String simulated = Files.readString(file);
    int scanner = simulated.indexOf("S01-R01/scanner");

    Files.writeString(
        file,
        simulated.substring(0, scanner)
            + simulated
                .substring(scanner)
                .replaceFirst("factoryClass=\"[^\"]*\"", "factoryClass=\"com.vendor.Factory\""));

    assertThat(SimulatedJposXml.isAllSimulated(file, LANE)).isFalse();
  }

  @Test
  void theSampleKnowsTheLaneWithoutRealDevices() {
    Path sample = Path.of("..", "config", "jpos.xml");

    assertThat(SimulatedJposXml.isAllSimulated(sample, LANE)).isTrue();
    assertThat(SimulatedJposXml.isAllSimulated(sample, new LaneId("S01", "R02"))).isFalse();
  }
}
