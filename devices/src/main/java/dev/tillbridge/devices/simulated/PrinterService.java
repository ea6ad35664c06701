package dev.tillbridge.devices.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.services.EventCallbacks;
import org.jspecify.annotations.Nullable;

/** The POSPrinter contract for a receipt station with a cutter; exclusive. */
final class PrinterService extends DeviceService {

  static final int LINE_CHARS = 42;

  private static final int CHARACTER_SET = POSPrinterConst.PTR_CS_UNICODE;

  private final SimulatedPrinter printer;
  private final PrintHead head;
  private final PrintData data = new PrintData();
  private @Nullable PrintJobs jobs;
  private @Nullable List<PaperStep> transaction;
  private boolean asyncMode;
  private int outputId;

  PrinterService(SimulatedPrinter printer, Duration perLine) {
    super(printer, true);
    this.printer = printer;
    this.head = new PrintHead(printer, perLine);
  }

  @Override
  public void open(String logicalName, EventCallbacks callbacks) throws JposException {
    super.open(logicalName, callbacks);
    synchronized (printer) {
      jobs = new PrintJobs(printer, head, events(), callbacks);
    }
  }

  @Override
  public void close() throws JposException {
    super.close();
    jobs().stop();
  }

  @Override
  public int getState() {
    synchronized (printer) {
      int state = super.getState();
      return state == JposConst.JPOS_S_CLOSED || jobs == null ? state : jobs.state();
    }
  }

  public boolean getCapTransaction() throws JposException {
    return offered();
  }

  public boolean getCapRecPresent() throws JposException {
    return offered();
  }

  public boolean getCapRecPapercut() throws JposException {
    return offered();
  }

  public boolean getCapRecEmptySensor() throws JposException {
    return offered();
  }

  public boolean getCapRecNearEndSensor() throws JposException {
    return offered();
  }

  public boolean getCapCoverSensor() throws JposException {
    return offered();
  }

  public int getCapCharacterSet() throws JposException {
    requireOpen();
    return POSPrinterConst.PTR_CCS_UNICODE;
  }

  public int getCharacterSet() throws JposException {
    requireOpen();
    return CHARACTER_SET;
  }

  public String getCharacterSetList() throws JposException {
    requireOpen();
    return Integer.toString(CHARACTER_SET);
  }

  public int getRecLineChars() throws JposException {
    requireOpen();
    return LINE_CHARS;
  }

  public String getRecLineCharsList() throws JposException {
    requireOpen();
    return Integer.toString(LINE_CHARS);
  }

  public boolean getRecEmpty() throws JposException {
    requireReady();
    return printer.paper() == SimulatedPrinter.Paper.OUT;
  }

  public boolean getRecNearEnd() throws JposException {
    requireReady();
    return printer.paper() == SimulatedPrinter.Paper.NEAR_END;
  }

  public boolean getCoverOpen() throws JposException {
    requireReady();
    return printer.coverOpen();
  }

  public boolean getAsyncMode() throws JposException {
    synchronized (printer) {
      requireOpen();
      return asyncMode;
    }
  }

  public void setAsyncMode(boolean async) throws JposException {
    synchronized (printer) {
      requireOpen();
      asyncMode = async;
    }
  }

  public int getOutputID() throws JposException {
    synchronized (printer) {
      requireOpen();
      return outputId;
    }
  }

  public int getErrorStation() throws JposException {
    requireOpen();
    return POSPrinterConst.PTR_S_RECEIPT;
  }

  public int getErrorLevel() throws JposException {
    return getState() == JposConst.JPOS_S_ERROR
        ? POSPrinterConst.PTR_EL_RECOVERABLE
        : POSPrinterConst.PTR_EL_NONE;
  }

  public void printNormal(int station, String text) throws JposException {
    requireReceipt(station);
    output(linesOf(text));
  }

  public void printImmediate(int station, String text) throws JposException {
    requireReceipt(station);
    head.run(new PrintData().lines(text));
  }

  public void cutPaper(int percentage) throws JposException {
    requireReady();
    if (percentage < 0 || percentage > 100) {
      throw illegal("a cut of " + percentage + " per cent");
    }
    output(List.of(new PaperStep.Cut()));
  }

  public void transactionPrint(int station, int control) throws JposException {
    requireReceipt(station);
    switch (control) {
      case POSPrinterConst.PTR_TP_TRANSACTION -> beginTransaction();
      case POSPrinterConst.PTR_TP_NORMAL -> output(endTransaction());
      default -> throw illegal("transaction control " + control);
    }
  }

  public void validateData(int station, String text) throws JposException {
    requireReceipt(station);
  }

  public void clearOutput() throws JposException {
    synchronized (printer) {
      requireReady();
      transaction = null;
      data.clear();
      jobs().clear();
    }
  }

  private void beginTransaction() throws JposException {
    synchronized (printer) {
      if (transaction != null) {
        throw illegal("a transaction inside a transaction");
      }
      transaction = new ArrayList<>();
    }
  }

  private List<PaperStep> endTransaction() throws JposException {
    synchronized (printer) {
      if (transaction == null) {
        throw illegal("the end of a transaction that was not begun");
      }
      List<PaperStep> steps = transaction;
      transaction = null;
      return steps;
    }
  }

  private List<PaperStep> linesOf(String text) {
    synchronized (printer) {
      return data.lines(text);
    }
  }

  /** Not under the monitor: printing takes its time, and meanwhile the paper can be changed. */
  private void output(List<PaperStep> steps) throws JposException {
    synchronized (printer) {
      if (transaction != null) {
        transaction.addAll(steps);
        return;
      }
      if (asyncMode) {
        outputId = jobs().add(steps);
        return;
      }
      if (jobs().state() != JposConst.JPOS_S_IDLE) {
        throw new JposException(
            JposConst.JPOS_E_BUSY, printer.logicalName() + " is still printing.");
      }
    }
    head.run(steps);
  }

  private void requireReceipt(int station) throws JposException {
    requireReady();
    if (station != POSPrinterConst.PTR_S_RECEIPT) {
      throw illegal("station " + station + "; it has a receipt station only");
    }
  }

  private boolean offered() throws JposException {
    requireOpen();
    return true;
  }

  private PrintJobs jobs() throws JposException {
    synchronized (printer) {
      if (jobs == null) {
        throw new JposException(JposConst.JPOS_E_CLOSED, printer.logicalName() + " is not open.");
      }
      return jobs;
    }
  }
}
