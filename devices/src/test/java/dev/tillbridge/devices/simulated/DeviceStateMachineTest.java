package dev.tillbridge.devices.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.CAT;
import jpos.CashDrawer;
import jpos.JposConst;
import jpos.JposException;
import jpos.LineDisplay;
import jpos.MSR;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import jpos.Scale;
import jpos.ScaleConst;
import jpos.Scanner;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStateMachineTest {

  @TempDir Path folder;
  private SimulatedLane lane;

  @BeforeEach
  void register() {
    lane = SimulatedLane.register(folder);
  }

  @Test
  void serviceIsAFullVersion115Service() throws Exception {
    POSPrinter printer = opened();

    assertThat(printer.getDeviceServiceVersion()).isEqualTo(1015000);
    assertThat(printer.getPhysicalDeviceName()).isEqualTo(lane.name(DeviceKind.PRINTER));
    assertThat(printer.getCapSlpPresent()).isFalse();
    assertRefused(JposConst.JPOS_E_ILLEGAL, () -> printer.beginInsertion(0));
    printer.close();
  }

  @Test
  void nothingWorksBeforeOpen() {
    POSPrinter printer = new POSPrinter();

    assertRefused(JposConst.JPOS_E_CLOSED, () -> printer.claim(0));
    assertThat(printer.getState()).isEqualTo(JposConst.JPOS_S_CLOSED);
  }

  @Test
  void enableBeforeClaimIsRefusedForExclusiveDevices() throws Exception {
    POSPrinter printer = opened();
    Scanner scanner = new Scanner();
    scanner.open(lane.name(DeviceKind.SCANNER));
    LineDisplay display = new LineDisplay();
    display.open(lane.name(DeviceKind.DISPLAY));

    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> printer.setDeviceEnabled(true));
    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> scanner.setDeviceEnabled(true));
    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> display.setDeviceEnabled(true));
    printer.close();
    scanner.close();
    display.close();
  }

  @Test
  void workBeforeEnableIsRefused() throws Exception {
    POSPrinter printer = opened();
    printer.claim(0);

    assertRefused(
        JposConst.JPOS_E_DISABLED,
        () -> printer.printNormal(POSPrinterConst.PTR_S_RECEIPT, "early\n"));
    assertThat(lane.devices().printer().uncut()).isEmpty();
    printer.close();
  }

  @Test
  void secondClaimIsRefusedWhileTheFirstHolds() throws Exception {
    POSPrinter first = opened();
    first.claim(0);
    POSPrinter second = opened();

    assertRefused(JposConst.JPOS_E_TIMEOUT, () -> second.claim(20));
    assertRefused(JposConst.JPOS_E_CLAIMED, () -> second.setDeviceEnabled(true));
    assertThat(first.getClaimed()).isTrue();
    assertThat(second.getClaimed()).isFalse();

    first.release();

    assertThatCode(() -> second.claim(0)).doesNotThrowAnyException();
    first.close();
    second.close();
  }

  @Test
  void waitingClaimIsGrantedOnRelease() throws Exception {
    POSPrinter first = opened();
    first.claim(0);
    POSPrinter second = opened();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() ->
            assertThatCode(() -> second.claim(JposConst.JPOS_FOREVER)).doesNotThrowAnyException());

    first.close();

    await().until(waiting::isDone);
    waiting.join();
    assertThat(second.getClaimed()).isTrue();
    second.close();
  }

  @Test
  void releaseDisables() throws Exception {
    POSPrinter printer = opened();
    printer.claim(0);
    printer.setDeviceEnabled(true);

    printer.release();

    assertThat(printer.getDeviceEnabled()).isFalse();
    assertRefused(JposConst.JPOS_E_ILLEGAL, printer::release);
    printer.close();
  }

  @Test
  void drawerIsSharedUntilOneControlClaimsIt() throws Exception {
    CashDrawer first = drawer();
    CashDrawer second = drawer();

    first.openDrawer();
    assertThat(second.getDrawerOpened()).isTrue();
    first.claim(0);

    assertRefused(JposConst.JPOS_E_CLAIMED, second::openDrawer);
    first.close();
    second.close();
  }

  @Test
  void everyEnabledControlHearsOfTheDrawerInOrder() throws Exception {
    CashDrawer first = drawer();
    CashDrawer second = drawer();
    List<Integer> heard = new CopyOnWriteArrayList<>();
    second.addStatusUpdateListener(event -> heard.add(event.getStatus()));

    first.openDrawer();
    lane.devices().drawer().pushClosed();
    first.openDrawer();

    await().until(() -> heard.equals(List.of(1, 0, 1)));
    first.close();
    second.close();
  }

  @Test
  void waitForDrawerCloseReturnsWhenItIsPushedClosed() throws Exception {
    CashDrawer drawer = drawer();
    drawer.openDrawer();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() ->
            assertThatCode(() -> drawer.waitForDrawerClose(0, 0, 0, 0)).doesNotThrowAnyException());

    lane.devices().drawer().pushClosed();

    await().until(waiting::isDone);
    waiting.join();
    drawer.close();
  }

  @Test
  void healthCheckNamesWhatIsWrong() throws Exception {
    POSPrinter printer = opened();
    printer.claim(0);
    printer.setDeviceEnabled(true);

    printer.checkHealth(JposConst.JPOS_CH_INTERNAL);
    assertThat(printer.getCheckHealthText()).isEqualTo("Internal HCheck: Successful");
    lane.devices().printer().setCoverOpen(true);
    printer.checkHealth(JposConst.JPOS_CH_INTERNAL);

    assertThat(printer.getCheckHealthText()).isEqualTo("Internal HCheck: cover open");
    printer.close();
  }

  @Test
  void unpluggedDeviceCannotBeEnabledAndReportsPowerWhenAsked() throws Exception {
    LineDisplay display = new LineDisplay();
    display.open(lane.name(DeviceKind.DISPLAY));
    display.claim(0);
    lane.devices().display().setPlugged(false);
    assertRefused(JposConst.JPOS_E_NOHARDWARE, () -> display.setDeviceEnabled(true));
    lane.devices().display().setPlugged(true);
    List<Integer> heard = new CopyOnWriteArrayList<>();
    display.addStatusUpdateListener(event -> heard.add(event.getStatus()));
    display.setPowerNotify(JposConst.JPOS_PN_ENABLED);
    display.setDeviceEnabled(true);

    lane.devices().display().setPlugged(false);

    await().until(() -> heard.equals(List.of(JposConst.JPOS_SUE_POWER_OFF_OFFLINE)));
    assertThat(display.getPowerState()).isEqualTo(JposConst.JPOS_PS_OFF_OFFLINE);
    assertRefused(JposConst.JPOS_E_OFFLINE, () -> display.displayText("x", 0));
    display.close();
  }

  @Test
  void scaleKeepsTheOrderOfStepsAndTellsOnlyWhoAsked() throws Exception {
    Scale scale = new Scale();
    scale.open(lane.name(DeviceKind.SCALE));
    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> scale.setDeviceEnabled(true));
    scale.claim(0);
    assertRefused(JposConst.JPOS_E_DISABLED, () -> scale.readWeight(new int[1], 0));
    List<Integer> heard = new CopyOnWriteArrayList<>();
    scale.addStatusUpdateListener(event -> heard.add(event.getStatus()));
    scale.setPowerNotify(JposConst.JPOS_PN_ENABLED);
    scale.setDeviceEnabled(true);
    assertRefused(
        JposConst.JPOS_E_ILLEGAL, () -> scale.setStatusNotify(ScaleConst.SCAL_SN_ENABLED));

    lane.devices().scale().put(BigDecimal.ONE);
    lane.devices().scale().setPlugged(false);

    await().until(() -> heard.equals(List.of(JposConst.JPOS_SUE_POWER_OFF_OFFLINE)));
    assertRefused(JposConst.JPOS_E_OFFLINE, () -> scale.readWeight(new int[1], 0));
    scale.close();
    assertRefused(JposConst.JPOS_E_CLOSED, () -> scale.readWeight(new int[1], 0));
  }

  @Test
  void scaleReportsEveryPhaseOfALoad() throws Exception {
    Scale scale = new Scale();
    scale.open(lane.name(DeviceKind.SCALE));
    scale.claim(0);
    scale.setStatusNotify(ScaleConst.SCAL_SN_ENABLED);
    List<Integer> heard = new CopyOnWriteArrayList<>();
    scale.addStatusUpdateListener(event -> heard.add(event.getStatus()));
    scale.setDeviceEnabled(true);

    lane.devices().scale().put(BigDecimal.ONE);
    await().until(() -> heard.equals(List.of(13, 12, 11)));
    lane.devices().scale().put(new BigDecimal("16"));

    await().until(() -> heard.equals(List.of(13, 12, 11, 14, 14)));
    assertThat(scale.getScaleLiveWeight()).isEqualTo(16_000);
    scale.close();
  }

  @Test
  void cardReaderKeepsTheOrderOfStepsAndForgetsOnDemand() throws Exception {
    MSR reader = new MSR();
    reader.open(lane.name(DeviceKind.MSR));
    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> reader.setDeviceEnabled(true));
    reader.claim(0);
    assertThat(lane.devices().msr().swipe(TestCard.VISA)).isFalse();
    reader.setDeviceEnabled(true);
    List<Integer> heard = new CopyOnWriteArrayList<>();
    reader.addDataListener(event -> heard.add(event.getStatus()));
    assertThat(lane.devices().msr().swipe(TestCard.VISA)).isTrue();
    assertThat(lane.devices().msr().swipe(TestCard.AMEX)).isTrue();
    assertThat(reader.getDataCount()).isEqualTo(2);

    reader.setDataEventEnabled(true);

    await().until(() -> heard.equals(List.of(33 << 8)));
    assertThat(reader.getTrack2Data()).hasSize(33);
    assertThat(reader.getDataCount()).isEqualTo(1);
    assertRefused(JposConst.JPOS_E_ILLEGAL, () -> reader.setParseDecodeData(true));
    reader.clearInputProperties();
    reader.clearInput();
    assertThat(reader.getTrack2Data()).isEmpty();
    assertThat(reader.getDataCount()).isZero();
    reader.close();
  }

  @Test
  void cardTerminalKeepsTheOrderOfStepsAndServesOneCustomerAtATime() throws Exception {
    CAT cat = new CAT();
    cat.open(lane.name(DeviceKind.CARD_TERMINAL));
    assertRefused(JposConst.JPOS_E_NOTCLAIMED, () -> cat.setDeviceEnabled(true));
    cat.claim(0);
    assertRefused(JposConst.JPOS_E_DISABLED, () -> cat.authorizeSales(1, 10_000, 0, 0));
    cat.setDeviceEnabled(true);
    assertRefused(JposConst.JPOS_E_ILLEGAL, () -> cat.setAsyncMode(true));
    assertRefused(JposConst.JPOS_E_ILLEGAL, () -> cat.authorizePreSales(1, 10_000, 0, 0));
    lane.devices().cardTerminal().takeCardAway();
    cat.setAdditionalSecurityInformation("key=1;currency=GBP");
    CompletableFuture<Void> customer =
        CompletableFuture.runAsync(() ->
            assertThatCode(() -> cat.authorizeSales(1, 10_000, 0, JposConst.JPOS_FOREVER))
                .doesNotThrowAnyException());
    await().until(() -> cat.getState() == JposConst.JPOS_S_BUSY);

    assertRefused(JposConst.JPOS_E_BUSY, () -> cat.authorizeSales(2, 10_000, 0, 0));
    lane.devices().cardTerminal().present(TestCard.AMEX);

    customer.join();
    assertThat(cat.getSequenceNumber()).isEqualTo(1);
    assertThat(cat.getSettledAmount()).isEqualTo(10_000);
    assertThat(cat.getAccountNumber()).isEqualTo(TestCard.AMEX.masked());
    assertThat(cat.getState()).isEqualTo(JposConst.JPOS_S_IDLE);
    cat.close();
  }

  private POSPrinter opened() throws JposException {
    POSPrinter printer = new POSPrinter();
    printer.open(lane.name(DeviceKind.PRINTER));
    return printer;
  }

  private CashDrawer drawer() throws JposException {
    CashDrawer drawer = new CashDrawer();
    drawer.open(lane.name(DeviceKind.DRAWER));
    drawer.setDeviceEnabled(true);
    return drawer;
  }

  static void assertRefused(int errorCode, ThrowingCallable operation) {
    assertThatCode(operation)
        .isInstanceOfSatisfying(
            JposException.class, e -> assertThat(e.getErrorCode()).isEqualTo(errorCode));
  }
}
