package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.devices.simulated.PrintedPaper;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.devices.simulated.SimulatedPrinter.Paper;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jpos.POSPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaPosPeripheralsTest {

  private static final AtomicInteger LANES = new AtomicInteger();
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ZERO, Duration.ofMillis(40));
  private static final Receipt RECEIPT =
      new Receipt(List.of("TILLBRIDGE", "Tea                    2.55", "TOTAL 2.55"), true);

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T01", "R" + LANES.incrementAndGet());
  private final SimulatedDevices devices = SimulatedDevices.of(lane);
  private JavaPosPeripherals peripherals;

  @BeforeEach
  void open() {
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
  }

  @AfterEach
  void close() {
    peripherals.close();
  }

  @Test
  void everyDeviceIsReadyOnceOpened() {
    assertThat(peripherals.status())
        .containsExactly(
            new DeviceStatus("receipt printer", true, "ready", true),
            new DeviceStatus("cash drawer", true, "closed", true),
            new DeviceStatus("scanner", true, "ready", true),
            new DeviceStatus("customer display", true, "ready", true),
            new DeviceStatus("scale", true, "ready", true),
            new DeviceStatus("card reader", true, "ready", true),
            new DeviceStatus("card terminal", true, "ready", true));
  }

  @Test
  void receiptReachesThePaperAndTheLogAnotherProcessCanRead() throws Exception {
    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());

    assertThat(devices.printer().receipts()).containsExactly(new PrintedPaper(RECEIPT.lines()));
    assertThat(Files.readAllLines(folder.resolve("printer.log")))
        .startsWith("TILLBRIDGE", "Tea                    2.55", "TOTAL 2.55")
        .hasSize(4);
  }

  @Test
  void receiptWithoutCutStaysInThePrinter() {
    assertThat(peripherals.print(new Receipt(List.of("X READING"), false))).isEqualTo(new Done());

    assertThat(devices.printer().receipts()).isEmpty();
    assertThat(devices.printer().uncut()).containsExactly("X READING");
  }

  @Test
  void paperOutIsAFaultUntilTheRollIsChanged() {
    devices.printer().setPaper(Paper.OUT);

    Fault fault = fault(peripherals.print(RECEIPT));

    assertThat(fault.message()).isEqualTo("The receipt printer is out of paper.");
    assertThat(fault.nextStep()).isEqualTo("Put in a new roll, then reprint.");
    assertThat(printer())
        .isEqualTo(new DeviceStatus("receipt printer", true, "out of paper", false));

    devices.printer().setPaper(Paper.OK);

    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
    assertThat(devices.printer().receipts()).containsExactly(new PrintedPaper(RECEIPT.lines()));
    assertThat(printer().ok()).isTrue();
  }

  @Test
  void coverOpenIsAFaultUntilItIsClosed() {
    devices.printer().setCoverOpen(true);

    Fault fault = fault(peripherals.print(RECEIPT));

    assertThat(fault.message()).isEqualTo("The receipt printer has its cover open.");
    assertThat(fault.nextStep()).isEqualTo("Close the cover, then reprint.");

    devices.printer().setCoverOpen(false);

    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
    assertThat(devices.printer().receipts()).hasSize(1);
  }

  @Test
  void paperRunningOutInMidReceiptVoidsTheHalfReceiptAndReprintsTheWhole() {
    devices.printer().setLinesLeft(2);

    Fault fault = fault(peripherals.print(RECEIPT));
    devices.printer().setPaper(Paper.OK);
    DeviceOutcome reprint = peripherals.print(RECEIPT);

    assertThat(fault.nextStep()).contains("reprint");
    assertThat(reprint).isEqualTo(new Done());
    assertThat(devices.printer().receipts())
        .containsExactly(
            new PrintedPaper(
                List.of("TILLBRIDGE", "Tea                    2.55", PrinterType.VOID_MARK)),
            new PrintedPaper(RECEIPT.lines()));
  }

  @Test
  void nearlyOutOfPaperStillPrintsAndSaysSo() {
    devices.printer().setPaper(Paper.NEAR_END);

    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
    assertThat(printer())
        .isEqualTo(new DeviceStatus("receipt printer", true, "ready, paper nearly out", true));
  }

  @Test
  void changesAtThePrinterShowWithoutPrinting() {
    devices.printer().setCoverOpen(true);

    await().until(() -> printer().state().equals("cover open"));
  }

  @Test
  void unpluggedPrinterFaultsAndIsFoundAgainOncePluggedIn() {
    devices.printer().setPlugged(false);

    assertThat(fault(peripherals.print(RECEIPT)).message())
        .isEqualTo("The receipt printer is off or not connected.");

    devices.printer().setPlugged(true);

    await().until(() -> printer().ok());
    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
    assertThat(devices.printer().receipts()).hasSize(1);
  }

  @Test
  void printerThatHangsCostsOneBoundedWaitAndThenNoWait() {
    peripherals.close();
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ofSeconds(60));
    Patience hasty =
        new Patience(
            Duration.ofMillis(50), Duration.ofMillis(200), Duration.ZERO, Duration.ofMillis(40));
    peripherals = JavaPosPeripherals.open(jposXml(), lane, hasty);

    Fault first = fault(peripherals.print(RECEIPT));
    Fault second = fault(peripherals.print(RECEIPT));

    assertThat(first.message()).contains("did not finish within 200 ms");
    assertThat(second.message()).contains("has not answered an earlier request yet");
    assertThat(printer().ok()).isFalse();
  }

  @Test
  void drawerOpensAndReportsUntilPushedClosed() {
    assertThat(peripherals.openDrawer()).isEqualTo(new Done());

    assertThat(devices.drawer().opened()).isTrue();
    assertThat(drawer()).isEqualTo(new DeviceStatus("cash drawer", true, "open", true));

    devices.drawer().pushClosed();

    await().until(() -> drawer().state().equals("closed"));
  }

  @Test
  void jammedDrawerFaultsAndWorksOnceFreed() {
    devices.drawer().setJammed(true);

    assertThat(fault(peripherals.openDrawer()).nextStep())
        .isEqualTo("Open the drawer with its key.");

    devices.drawer().setJammed(false);

    await().until(() -> drawer().ok());
    assertThat(peripherals.openDrawer()).isEqualTo(new Done());
  }

  @Test
  void displayShowsTwoRowsCutAtTheirWidth() {
    peripherals.display("Before", "it was this");

    assertThat(peripherals.display("Tea, a very long name of it", "£2.55")).isEqualTo(new Done());

    assertThat(devices.display().lines()).containsExactly("Tea, a very long nam", "£2.55");
  }

  @Test
  void scansReachTheConsumerInOrderOnTheScannersEventThread() {
    List<String> scanned = new CopyOnWriteArrayList<>();
    List<String> threads = new CopyOnWriteArrayList<>();
    peripherals.onScan(code -> {
      threads.add(Thread.currentThread().getName());
      scanned.add(code);
    });
    List<String> codes = IntStream.range(0, 80).mapToObj(n -> "500000000" + n).toList();

    codes.forEach(code -> assertThat(devices.scanner().scan(code)).isTrue());

    await().until(() -> scanned.size() == codes.size());
    assertThat(scanned).isEqualTo(codes);
    assertThat(threads).containsOnly(DeviceKind.SCANNER.logicalName(lane) + " events");
  }

  @Test
  void scanAfterAConsumerThrewStillArrives() {
    List<String> scanned = new CopyOnWriteArrayList<>();
    peripherals.onScan(code -> {
      scanned.add(code);
      throw new IllegalStateException("refused " + code);
    });

    devices.scanner().scan("1");
    devices.scanner().scan("2");

    await().until(() -> scanned.equals(List.of("1", "2")));
  }

  @Test
  void scannerPluggedInLaterScansToTheConsumerSetBefore() {
    peripherals.close();
    devices.scanner().setPlugged(false);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    List<String> scanned = new CopyOnWriteArrayList<>();
    peripherals.onScan(scanned::add);

    devices.scanner().setPlugged(true);

    await().until(() -> devices.scanner().scan("42"));
    await().until(() -> scanned.equals(List.of("42")));
  }

  @Test
  void missingJposXmlIsAFaultAndIsReadOnceItIsThere() throws Exception {
    peripherals.close();
    Files.delete(jposXml());
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    assertThat(fault(peripherals.print(RECEIPT)).message()).contains(jposXml().toString());
    assertThat(peripherals.status()).allMatch(status -> !status.ok());

    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);

    await().until(() -> peripherals.status().stream().allMatch(DeviceStatus::ok));
    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
  }

  @Test
  void driverThatCannotBeLoadedIsAFaultNotAFailedStart() throws Exception {
    peripherals.close();
    Files.writeString(
        jposXml(),
        Files.readString(jposXml())
            .replaceFirst("factoryClass=\"[^\"]*\"", "factoryClass=\"com.example.Absent\""));
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    Fault fault = fault(peripherals.print(RECEIPT));

    assertThat(fault.message()).contains("is not set up");
    assertThat(printer().simulated()).isFalse();
    assertThat(peripherals.openDrawer()).isEqualTo(new Done());
  }

  @Test
  void deviceHeldByAnotherProgramIsAFaultUntilReleased() throws Exception {
    peripherals.close();
    POSPrinter other = new POSPrinter();
    other.open(DeviceKind.PRINTER.logicalName(lane));
    other.claim(0);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    assertThat(fault(peripherals.print(RECEIPT)).message()).contains("in use by another program");

    other.close();

    await().until(() -> printer().ok());
    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
  }

  @Test
  void closedPeripheralsAnswerWithAFault() {
    peripherals.close();

    assertThat(fault(peripherals.print(RECEIPT)).message()).contains("closing");
    assertThat(fault(peripherals.openDrawer()).message()).contains("closing");
  }

  @Test
  void releasedDevicesCanBeOpenedAgainInTheSameProcess() {
    peripherals.close();
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    assertThat(peripherals.print(RECEIPT)).isEqualTo(new Done());
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }

  private DeviceStatus printer() {
    return peripherals.status().get(0);
  }

  private DeviceStatus drawer() {
    return peripherals.status().get(1);
  }

  private static Fault fault(DeviceOutcome outcome) {
    assertThat(outcome).isInstanceOf(Fault.class);
    return (Fault) outcome;
  }
}
