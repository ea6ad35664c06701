package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.simulated.SimulatedDevice;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.BaseJposControl;
import jpos.CAT;
import jpos.CashDrawer;
import jpos.LineDisplay;
import jpos.MSR;
import jpos.POSPrinter;
import jpos.Scale;
import jpos.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plugs pulled and put back, claims lost and found, drivers missing and mended: for each kind. */
class EveryDeviceKindTest {

  private static final AtomicInteger LANES = new AtomicInteger();

  /** Looks so seldom that what shows sooner was reported by the device itself. */
  private static final Duration SELDOM = Duration.ofMinutes(10);

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T07", "R" + LANES.incrementAndGet());
  private JavaPosPeripherals peripherals;

  @BeforeEach
  void open() {
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);
    start(Duration.ofMillis(40));
  }

  @AfterEach
  void close() {
    peripherals.close();
  }

  @ParameterizedTest
  @EnumSource
  void pulledPlugIsReportedByTheDeviceItself(DeviceKind kind) {
    peripherals.close();
    start(SELDOM);
    await().until(() -> peripherals.status().stream().allMatch(DeviceStatus::ok));

    device(kind).setPlugged(false);

    await().until(() -> status(kind).state().equals("off or not connected"));
    assertThat(othersAreOk(kind)).isTrue();
    device(kind).setPlugged(true);
    await().until(() -> status(kind).ok());
  }

  @ParameterizedTest
  @EnumSource
  void deviceThatWasOffAtTheStartIsTakenOncePluggedIn(DeviceKind kind) {
    peripherals.close();
    device(kind).setPlugged(false);
    start(Duration.ofMillis(40));
    await().until(() -> status(kind).state().equals("off or not connected"));

    device(kind).setPlugged(true);

    await().until(() -> status(kind).ok());
  }

  @ParameterizedTest
  @EnumSource
  void deviceHeldByAnotherProgramIsClaimedOnceItLetsGo(DeviceKind kind) throws Exception {
    peripherals.close();
    BaseJposControl other = control(kind);
    other.open(kind.logicalName(lane));
    other.claim(0);
    start(Duration.ofMillis(40));
    await().until(() -> status(kind).state().equals("in use by another program"));

    other.close();

    await().until(() -> status(kind).ok());
  }

  @ParameterizedTest
  @EnumSource
  void entryWhoseDriverIsMissingIsTakenOnceItIsMended(DeviceKind kind) throws Exception {
    peripherals.close();
    String good = Files.readString(jposXml());
    int entry = good.indexOf("\"" + kind.logicalName(lane) + "\"");
    Files.writeString(
        jposXml(),
        good.substring(0, entry)
            + good.substring(entry)
                .replaceFirst("factoryClass=\"[^\"]*\"", "factoryClass=\"com.example.Absent\""));
    start(Duration.ofMillis(40));
    await().until(() -> status(kind).state().startsWith("not set up") && othersAreOk(kind));

    Files.writeString(jposXml(), good + "\n");

    await().until(() -> status(kind).ok());
  }

  private void start(Duration retry) {
    peripherals =
        JavaPosPeripherals.open(
            jposXml(),
            lane,
            new Patience(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ZERO, retry));
  }

  private SimulatedDevice device(DeviceKind kind) {
    SimulatedDevices devices = SimulatedDevices.of(lane);
    return switch (kind) {
      case PRINTER -> devices.printer();
      case DRAWER -> devices.drawer();
      case SCANNER -> devices.scanner();
      case DISPLAY -> devices.display();
      case SCALE -> devices.scale();
      case MSR -> devices.msr();
      case CARD_TERMINAL -> devices.cardTerminal();
    };
  }

  private static BaseJposControl control(DeviceKind kind) {
    return switch (kind) {
      case PRINTER -> new POSPrinter();
      case DRAWER -> new CashDrawer();
      case SCANNER -> new Scanner();
      case DISPLAY -> new LineDisplay();
      case SCALE -> new Scale();
      case MSR -> new MSR();
      case CARD_TERMINAL -> new CAT();
    };
  }

  private DeviceStatus status(DeviceKind kind) {
    return peripherals.status().stream()
        .filter(status -> status.device().equals(kind.clerkName()))
        .findFirst()
        .orElseThrow();
  }

  private boolean othersAreOk(DeviceKind kind) {
    return peripherals.status().stream()
        .allMatch(status -> status.ok() || status.device().equals(kind.clerkName()));
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }
}
