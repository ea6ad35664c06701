package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.escpos.simulated.SimulatedNetworkPrinter;
import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void sampleOfANetworkPrinterPrintsOnceItKnowsWhereThePrinterIs(@TempDir Path folder)
      throws Exception {
    try (SimulatedNetworkPrinter printer = SimulatedNetworkPrinter.start(0, 576)) {
      Path own = folder.resolve("jpos.xml");
      Files.writeString(
          own,
          Files.readString(Path.of("..", "config", "jpos.xml"))
              .replace("192.0.2.10", "127.0.0.1")
              .replace("value=\"9100\"", "value=\"" + printer.port() + "\"")
              .replace(
                  "<prop name=\"drawerSensor\"",
                  "<prop name=\"port\" type=\"String\" value=\""
                      + printer.port()
                      + "\"/><prop name=\"drawerSensor\""));

      try (JavaPosPeripherals peripherals = JavaPosPeripherals.open(own, LaneId.parse("S01-R02"))) {
        assertThat(peripherals.openDrawer()).isEqualTo(new Done());
        assertThat(peripherals.print(new Receipt(List.of("Žličica 5 €"), true)))
            .isEqualTo(new Done());
      }
      assertThat(printer.pieces().getLast().lines()).containsExactly("Žličica 5 €");
      assertThat(printer.kicks()).isEqualTo(1);
    }
  }
}
