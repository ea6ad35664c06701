package dev.tillbridge.devices.simulated;

import static dev.tillbridge.devices.simulated.DeviceStateMachineTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.simulated.SimulatedPrinter.Paper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterServiceTest {

  private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;

  @TempDir Path folder;
  private final POSPrinter printer = new POSPrinter();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private SimulatedPrinter device;

  @BeforeEach
  void enable() throws Exception {
    SimulatedLane lane = SimulatedLane.register(folder);
    device = lane.devices().printer();
    printer.open(lane.name(DeviceKind.PRINTER));
    printer.claim(0);
    printer.setDeviceEnabled(true);
    printer.addStatusUpdateListener(event -> heard.add("status " + event.getStatus()));
    printer.addOutputCompleteListener(event -> heard.add("done " + event.getOutputID()));
  }

  @AfterEach
  void close() throws Exception {
    printer.close();
  }

  @Test
  void paperOutAndCoverOpenAreExtendedErrors() {
    device.setPaper(Paper.OUT);
    assertExtended(
        POSPrinterConst.JPOS_EPTR_REC_EMPTY, () -> printer.printNormal(RECEIPT, "line\n"));
    device.setPaper(Paper.OK);
    device.setCoverOpen(true);

    assertExtended(
        POSPrinterConst.JPOS_EPTR_COVER_OPEN, () -> printer.printNormal(RECEIPT, "line\n"));
  }

  @Test
  void sensorsReportEveryChangeInOrder() throws Exception {
    device.setPaper(Paper.NEAR_END);
    device.setPaper(Paper.OUT);
    device.setPaper(Paper.OK);
    device.setCoverOpen(true);
    device.setCoverOpen(false);

    await()
        .until(() ->
            heard.equals(List.of("status 25", "status 24", "status 26", "status 11", "status 12")));
    assertThat(printer.getRecEmpty()).isFalse();
    assertThat(printer.getCoverOpen()).isFalse();
  }

  @Test
  void transactionPutsNothingOnPaperBeforeItsEnd() throws Exception {
    printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
    printer.printNormal(RECEIPT, "one\ntwo\n");
    printer.cutPaper(100);
    assertThat(device.uncut()).isEmpty();
    assertThat(device.receipts()).isEmpty();

    printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL);

    assertThat(device.receipts()).containsExactly(new PrintedPaper(List.of("one", "two")));
  }

  @Test
  void clearOutputForgetsAnOpenTransaction() throws Exception {
    printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
    printer.printNormal(RECEIPT, "never\n");

    printer.clearOutput();

    printer.printNormal(RECEIPT, "this\n");
    assertThat(device.uncut()).containsExactly("this");
  }

  @Test
  void escapeSequencesLeaveNoTraceAndLongLinesWrap() throws Exception {
    printer.printNormal(RECEIPT, "\u001b|bCBold\u001b|N " + "x".repeat(40) + "\n");

    assertThat(device.uncut()).containsExactly("Bold " + "x".repeat(37), "xxx");
  }

  @Test
  void asynchronousJobsCompleteInOrder() throws Exception {
    printer.setAsyncMode(true);

    printer.printNormal(RECEIPT, "one\n");
    printer.printNormal(RECEIPT, "two\n");
    printer.printNormal(RECEIPT, "three\n");

    await().until(() -> heard.equals(List.of("done 1", "done 2", "done 3")));
    assertThat(device.uncut()).containsExactly("one", "two", "three");
    assertThat(printer.getState()).isEqualTo(JposConst.JPOS_S_IDLE);
  }

  @Test
  void asynchronousErrorIsTriedAgainUntilThePaperIsBack() throws Exception {
    printer.addErrorListener(event -> {
      heard.add("error " + event.getErrorCodeExtended());
      event.setErrorResponse(JposConst.JPOS_ER_RETRY);
    });
    printer.setAsyncMode(true);
    device.setCoverOpen(true);

    printer.printNormal(RECEIPT, "patient\n");
    await().until(() -> heard.contains("error 201"));
    device.setCoverOpen(false);

    await().until(() -> heard.contains("done 1"));
    assertThat(device.uncut()).containsExactly("patient");
  }

  @Test
  void asynchronousErrorAnsweredWithClearDropsEveryJob() throws Exception {
    printer.addErrorListener(event -> event.setErrorResponse(JposConst.JPOS_ER_CLEAR));
    printer.setAsyncMode(true);
    device.setPaper(Paper.OUT);

    printer.printNormal(RECEIPT, "lost one\n");

    await().until(() -> printer.getState() == JposConst.JPOS_S_IDLE);
    device.setPaper(Paper.OK);
    printer.setAsyncMode(false);
    printer.printNormal(RECEIPT, "next\n");
    assertThat(device.uncut()).containsExactly("next");
  }

  @Test
  void stationsItDoesNotHaveAreRefused() {
    assertRefused(
        JposConst.JPOS_E_ILLEGAL,
        () -> printer.printNormal(POSPrinterConst.PTR_S_JOURNAL, "line\n"));
  }

  private static void assertExtended(int code, ThrowingCallable operation) {
    assertThatCode(operation)
        .isInstanceOfSatisfying(
            JposException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_EXTENDED);
              assertThat(e.getErrorCodeExtended()).isEqualTo(code);
            });
  }
}
