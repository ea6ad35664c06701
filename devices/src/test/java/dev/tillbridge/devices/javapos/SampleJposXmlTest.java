package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleJposXmlTest {

  @Test
  void sampleOpensEveryDeviceOfItsLane() {
    Path sample = Path.of("..", "config", "jpos.xml");

    try (JavaPosPeripherals peripherals =
        JavaPosPeripherals.open(sample, LaneId.parse("S01-R01"))) {
      assertThat(peripherals.status())
          .hasSameSizeAs(DeviceKind.values())
          .allMatch(DeviceStatus::ok);
    }
  }
}
