package dev.tillbridge.devices.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.services.EventCallbacks;
import org.jspecify.annotations.Nullable;

/** The POSPrinter contract for a receipt station with a cutter; exclusive. */
public class ReceiptPrinterService extends DeviceService {

  /** Characters of a bar code. */
  static final int CODE_CHARS_MAX = 64;

  private static final int CHARACTER_SET = POSPrinterConst.PTR_CS_UNICODE;

  private final Equipment printer;
  private final PaperPath paper;
  private @Nullable PrintJobs jobs;
  private @Nullable List<PaperStep> transaction;
  private boolean asyncMode;
  private int outputId;

  public ReceiptPrinterService(Equipment printer, PaperPath paper) {
    super(printer, true);
    this.printer = printer;
    this.paper = paper;
  }

  @Override
  public void open(String logicalName, EventCallbacks callbacks) throws JposException {
    super.open(logicalName, callbacks);
    synchronized (printer) {
      jobs = new PrintJobs(printer, paper, events(), callbacks);
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

  public boolean getCapRecBarCode() throws JposException {
    return offered();
  }

  public boolean getCapRecBitmap() throws JposException {
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
    return paper.lineChars();
  }

  public String getRecLineCharsList() throws JposException {
    requireOpen();
    return Integer.toString(paper.lineChars());
  }

  public boolean getRecEmpty() throws JposException {
    requireReady();
    return paper.paperOut();
  }

  public boolean getRecNearEnd() throws JposException {
    requireReady();
    return paper.paperNearEnd();
  }

  public boolean getCoverOpen() throws JposException {
    requireReady();
    return paper.coverOpen();
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
    output(List.of(new PaperStep.Text(text)));
  }

  public void printImmediate(int station, String text) throws JposException {
    requireReceipt(station);
    paper.run(List.of(new PaperStep.Text(text)));
  }

  public void cutPaper(int percentage) throws JposException {
    requireReady();
    if (percentage < 0 || percentage > 100) {
      throw illegal("a cut of " + percentage + " per cent");
    }
    output(List.of(new PaperStep.Cut()));
  }

  /** Height, width and alignment are the printer's choice: as large as fits, centred. */
  public void printBarCode(
      int station,
      String code,
      int symbology,
      int height,
      int width,
      int alignment,
      int textPosition)
      throws JposException {
    requireReceipt(station);
    switch (symbology) {
      case POSPrinterConst.PTR_BCS_Code128 ->
          output(List.of(new PaperStep.Code(PaperStep.Symbology.CODE128, printable(code))));
      case POSPrinterConst.PTR_BCS_QRCODE ->
          output(List.of(new PaperStep.Code(PaperStep.Symbology.QR, printable(code))));
      default -> throw illegal("bar code symbology " + symbology + "; it has Code 128 and QR");
    }
  }

  /** Prints a file in any format Java reads, in black and white, centred, no wider than paper. */
  public void printBitmap(int station, String fileName, int width, int alignment)
      throws JposException {
    requireReceipt(station);
    Path file = Path.of(fileName);
    if (!Files.isReadable(file)) {
      throw new JposException(
          JposConst.JPOS_E_NOEXIST, "The picture " + file + " is not there or not readable.");
    }
    output(List.of(new PaperStep.Picture(file)));
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
      paper.forget();
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

  /** Not under the monitor: printing takes its time, and meanwhile the paper can be changed. */
  private void output(List<PaperStep> steps) throws JposException {
    for (PaperStep step : steps) {
      paper.check(step);
    }
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
    paper.run(steps);
  }

  private void requireReceipt(int station) throws JposException {
    requireReady();
    if (station != POSPrinterConst.PTR_S_RECEIPT) {
      throw illegal("station " + station + "; it has a receipt station only");
    }
  }

  private String printable(String code) throws JposException {
    if (!code.matches("[ -~]{1," + CODE_CHARS_MAX + "}")) {
      throw illegal("a bar code of other than 1 to " + CODE_CHARS_MAX + " ASCII characters");
    }
    return code;
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
