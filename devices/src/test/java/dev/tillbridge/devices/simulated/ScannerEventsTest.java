package dev.tillbridge.devices.simulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scanner;
import jpos.ScannerConst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerEventsTest {

  @TempDir Path folder;
  private final Scanner scanner = new Scanner();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private SimulatedScanner device;

  @BeforeEach
  void enable() throws Exception {
    SimulatedLane lane = SimulatedLane.register(folder);
    device = lane.devices().scanner();
    scanner.open(lane.name(DeviceKind.SCANNER));
    scanner.claim(0);
    scanner.setDecodeData(true);
    scanner.setPowerNotify(JposConst.JPOS_PN_ENABLED);
    scanner.addDataListener(_ -> heard.add(label()));
    scanner.addStatusUpdateListener(event -> heard.add("status " + event.getStatus()));
    scanner.setDeviceEnabled(true);
  }

  @AfterEach
  void close() throws Exception {
    scanner.close();
  }

  @Test
  void dataEventsComeOneByOneEachTimeTheyAreEnabled() throws Exception {
    device.scan("A");
    device.scan("B");
    assertThat(scanner.getDataCount()).isEqualTo(2);

    scanner.setDataEventEnabled(true);

    await().until(() -> heard.equals(List.of("A")));
    assertThat(scanner.getDataEventEnabled()).isFalse();
    assertThat(scanner.getDataCount()).isEqualTo(1);

    scanner.setDataEventEnabled(true);

    await().until(() -> heard.equals(List.of("A", "B")));
  }

  @Test
  void statusPassesDataThatWaits() {
    device.scan("A");
    device.setPlugged(false);

    await().until(() -> heard.equals(List.of("status 2004")));
  }

  @Test
  void frozenEventsAreDeliveredInOrderOnceThawed() throws Exception {
    scanner.setDataEventEnabled(true);
    scanner.setFreezeEvents(true);
    device.scan("A");
    device.setPlugged(false);
    device.setPlugged(true);
    assertThat(scanner.getDataCount()).isEqualTo(1);
    assertThat(heard).isEmpty();

    scanner.setFreezeEvents(false);

    await().until(() -> heard.equals(List.of("A", "status 2004", "status 2001")));
  }

  @Test
  void autoDisableTakesOneScanAndNoMore() throws Exception {
    scanner.setAutoDisable(true);
    scanner.setDataEventEnabled(true);

    assertThat(device.scan("A")).isTrue();
    assertThat(device.scan("B")).isFalse();

    assertThat(scanner.getDeviceEnabled()).isFalse();
    await().until(() -> heard.equals(List.of("A")));
  }

  @Test
  void clearInputForgetsWhatWaits() throws Exception {
    device.scan("A");

    scanner.clearInput();
    device.scan("B");
    scanner.setDataEventEnabled(true);

    await().until(() -> heard.equals(List.of("B")));
  }

  @Test
  void fullScannerReadsNoMore() {
    for (int n = 0; n < ScannerService.SCANS_WAITING_MAX; n++) {
      assertThat(device.scan("A" + n)).isTrue();
    }

    assertThat(device.scan("one too many")).isFalse();
  }

  @Test
  void symbologyIsReportedWhenDecodingIsOn() throws Exception {
    scanner.setDataEventEnabled(true);

    device.scan("5012345678900");

    await().until(() -> heard.equals(List.of("5012345678900")));
    assertThat(scanner.getScanDataType()).isEqualTo(ScannerConst.SCAN_SDT_EAN13);
  }

  private String label() {
    try {
      return new String(scanner.getScanDataLabel(), ISO_8859_1);
    } catch (JposException e) {
      throw new IllegalStateException(e);
    }
  }
}
