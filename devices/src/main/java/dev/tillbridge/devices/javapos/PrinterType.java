package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.Receipt;
import java.nio.file.Path;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receipt printer: whole receipts, and none left half without saying so on the paper. */
final class PrinterType implements DeviceType<POSPrinter> {

  static final String VOID_MARK = "*** VOID: RECEIPT ABOVE IS INCOMPLETE ***";

  private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;
  private static final int CUT_PERCENT = 100;

  /** In dots, the unit a control has until it is told another. */
  private static final int CODE_HEIGHT = 80;

  private static final Logger LOG = LoggerFactory.getLogger(PrinterType.class);

  /** A receipt may have stopped part-way on the paper. Touched by the device's thread only. */
  private boolean unfinished;

  @Override
  public POSPrinter control(Runnable changed) {
    POSPrinter printer = new POSPrinter();
    printer.addStatusUpdateListener(_ -> changed.run());
    return printer;
  }

  @Override
  public void configure(POSPrinter printer) throws JposException {
    Power.watch(printer.getCapPowerReporting(), printer::setPowerNotify);
  }

  @Override
  public void begin(POSPrinter printer) throws JposException {
    printer.setAsyncMode(false);
    if (printer.getCapMapCharacterSet()) {
      printer.setMapCharacterSet(true);
    }
  }

  @Override
  public Condition look(POSPrinter printer) throws JposException {
    if (Power.off(printer.getPowerState())) {
      return Condition.NOT_CONNECTED;
    }
    if (printer.getCapCoverSensor() && printer.getCoverOpen()) {
      return new Condition("cover open", false);
    }
    if (printer.getCapRecEmptySensor() && printer.getRecEmpty()) {
      return new Condition("out of paper", false);
    }
    if (printer.getCapRecNearEndSensor() && printer.getRecNearEnd()) {
      return new Condition("ready, paper nearly out", true);
    }
    return Condition.READY;
  }

  void print(POSPrinter printer, Receipt receipt) throws JposException {
    refuseBeforeTheFirstLine(printer);
    boolean transaction = printer.getCapTransaction();
    boolean paperMoves = !transaction;
    try {
      if (transaction) {
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
      }
      if (unfinished) {
        printer.printNormal(RECEIPT, VOID_MARK + "\n");
        cut(printer);
      }
      logo(printer, receipt.logo());
      printer.printNormal(RECEIPT, String.join("\n", receipt.lines()) + "\n");
      code(printer, receipt.code());
      if (receipt.cut()) {
        cut(printer);
      }
      if (transaction) {
        paperMoves = true;
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL);
      }
      unfinished = false;
    } catch (JposException error) {
      unfinished = unfinished || paperMoves;
      discardWaitingOutput(printer, error);
      throw error;
    }
  }

  private static void refuseBeforeTheFirstLine(POSPrinter printer) throws JposException {
    if (Power.off(printer.getPowerState())) {
      throw new JposException(JposConst.JPOS_E_OFFLINE, "The power is off.");
    }
    if (printer.getCapCoverSensor() && printer.getCoverOpen()) {
      throw new JposException(
          JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_COVER_OPEN, "The cover is open.");
    }
    if (printer.getCapRecEmptySensor() && printer.getRecEmpty()) {
      throw new JposException(
          JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_REC_EMPTY, "The paper is out.");
    }
  }

  private static void cut(POSPrinter printer) throws JposException {
    if (printer.getCapRecPapercut()) {
      printer.printNormal(RECEIPT, "\n".repeat(printer.getRecLinesToPaperCut()));
      printer.cutPaper(CUT_PERCENT);
    }
  }

  /** A receipt without its logo is a receipt: the picture is not worth a fault. */
  private static void logo(POSPrinter printer, @Nullable Path logo) throws JposException {
    if (logo == null || !printer.getCapRecBitmap()) {
      return;
    }
    try {
      printer.printBitmap(
          RECEIPT, logo.toString(), POSPrinterConst.PTR_BM_ASIS, POSPrinterConst.PTR_BM_CENTER);
    } catch (JposException error) {
      if (!pictureAtFault(error)) {
        throw error;
      }
      LOG.warn("Receipts are printed without their logo: {}", error.getMessage());
    }
  }

  private static boolean pictureAtFault(JposException error) {
    return switch (error.getErrorCode()) {
      case JposConst.JPOS_E_NOEXIST, JposConst.JPOS_E_ILLEGAL -> true;
      case JposConst.JPOS_E_EXTENDED ->
          error.getErrorCodeExtended() == POSPrinterConst.JPOS_EPTR_TOOBIG
              || error.getErrorCodeExtended() == POSPrinterConst.JPOS_EPTR_BADFORMAT;
      default -> false;
    };
  }

  private static void code(POSPrinter printer, Receipt.@Nullable Code code) throws JposException {
    if (code == null) {
      return;
    }
    if (!printer.getCapRecBarCode()) {
      printer.printNormal(RECEIPT, code.data() + "\n");
      return;
    }
    printer.printBarCode(
        RECEIPT,
        code.data(),
        switch (code.symbology()) {
          case CODE128 -> POSPrinterConst.PTR_BCS_Code128;
          case QR -> POSPrinterConst.PTR_BCS_QRCODE;
        },
        CODE_HEIGHT,
        printer.getRecLineWidth(),
        POSPrinterConst.PTR_BC_CENTER,
        POSPrinterConst.PTR_BC_TEXT_BELOW);
  }

  /** Otherwise the printer would go on with the rest once it has paper again. */
  private static void discardWaitingOutput(POSPrinter printer, JposException because) {
    try {
      printer.clearOutput();
    } catch (JposException e) {
      because.addSuppressed(e);
    }
  }
}
