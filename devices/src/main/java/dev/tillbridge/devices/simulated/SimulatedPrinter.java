package dev.tillbridge.devices.simulated;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;

/** A receipt printer with a roll of paper, a cover and a cutter. */
public final class SimulatedPrinter extends SimulatedDevice {

  /** Torn-off pieces that can be read back; older ones are in the printer's log only. */
  static final int PIECES_KEPT = 200;

  static final int LINE_CHARS = 42;

  private static final int ENDLESS = Integer.MAX_VALUE;

  /** How much paper is left, as its sensors see it. */
  public enum Paper {
    OK,
    NEAR_END,
    OUT
  }

  private final Deque<PrintedPaper> pieces = new ArrayDeque<>();
  private final List<String> uncut = new ArrayList<>();
  private @Nullable PaperLog log;
  private Paper paper = Paper.OK;
  private boolean coverOpen;
  private int linesLeft = ENDLESS;

  SimulatedPrinter(String logicalName) {
    super(logicalName);
  }

  /** Changes the roll; what was printed stays printed. */
  public synchronized void setPaper(Paper paper) {
    linesLeft = ENDLESS;
    changePaper(paper);
  }

  /** Lets the roll end after so many more lines, in the middle of a receipt if need be. */
  public synchronized void setLinesLeft(int lines) {
    linesLeft = lines;
    if (lines == 0) {
      changePaper(Paper.OUT);
    }
  }

  public synchronized Paper paper() {
    return paper;
  }

  public synchronized void setCoverOpen(boolean open) {
    if (coverOpen != open) {
      coverOpen = open;
      announce(open ? POSPrinterConst.PTR_SUE_COVER_OPEN : POSPrinterConst.PTR_SUE_COVER_OK);
    }
  }

  public synchronized boolean coverOpen() {
    return coverOpen;
  }

  /** Pieces cut off so far, oldest first, at most {@value #PIECES_KEPT}. */
  public synchronized List<PrintedPaper> receipts() {
    return List.copyOf(pieces);
  }

  /** What hangs out of the printer, not yet cut off. */
  public synchronized List<String> uncut() {
    return List.copyOf(uncut);
  }

  @Override
  protected synchronized String condition() {
    if (!plugged()) {
      return "not connected";
    }
    if (coverOpen) {
      return "cover open";
    }
    return switch (paper) {
      case OK -> "ready";
      case NEAR_END -> "paper nearly out";
      case OUT -> "paper out";
    };
  }

  @Override
  void repaired() {
    setCoverOpen(false);
    setPaper(Paper.OK);
  }

  synchronized void logTo(Path folder) {
    log = new PaperLog(folder);
  }

  synchronized void printLine(String line) throws JposException {
    requireReady();
    uncut.add(line);
    if (log != null) {
      log.line(line);
    }
    if (linesLeft != ENDLESS && --linesLeft == 0) {
      changePaper(Paper.OUT);
    }
  }

  synchronized void cut() throws JposException {
    requireReady();
    pieces.addLast(new PrintedPaper(List.copyOf(uncut)));
    uncut.clear();
    if (pieces.size() > PIECES_KEPT) {
      pieces.removeFirst();
    }
    if (log != null) {
      log.cut();
    }
  }

  synchronized void requireReady() throws JposException {
    requirePlugged();
    if (coverOpen) {
      throw new JposException(
          JposConst.JPOS_E_EXTENDED,
          POSPrinterConst.JPOS_EPTR_COVER_OPEN,
          logicalName() + ": the cover is open.");
    }
    if (paper == Paper.OUT) {
      throw new JposException(
          JposConst.JPOS_E_EXTENDED,
          POSPrinterConst.JPOS_EPTR_REC_EMPTY,
          logicalName() + ": the paper is out.");
    }
  }

  private void changePaper(Paper changed) {
    if (paper == changed) {
      return;
    }
    paper = changed;
    announce(
        switch (changed) {
          case OK -> POSPrinterConst.PTR_SUE_REC_PAPEROK;
          case NEAR_END -> POSPrinterConst.PTR_SUE_REC_NEAREMPTY;
          case OUT -> POSPrinterConst.PTR_SUE_REC_EMPTY;
        });
  }
}
