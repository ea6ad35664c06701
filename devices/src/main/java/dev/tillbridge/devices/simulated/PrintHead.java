package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.PaperPath;
import dev.tillbridge.devices.service.PaperStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jpos.JposConst;
import jpos.JposException;

/** Puts steps on a simulated printer's paper, at its speed. */
final class PrintHead implements PaperPath {

  private final SimulatedPrinter printer;
  private final Duration perLine;
  private final Object oneAtATime = new Object();
  private final PrintData data = new PrintData();
  private final AtomicBoolean forget = new AtomicBoolean();

  PrintHead(SimulatedPrinter printer, Duration perLine) {
    this.printer = printer;
    this.perLine = perLine;
  }

  @Override
  public void run(List<PaperStep> steps) throws JposException {
    synchronized (oneAtATime) {
      if (forget.getAndSet(false)) {
        data.clear();
      }
      try {
        printer.requireReady();
        for (PaperStep step : steps) {
          run(step);
        }
      } catch (JposException refused) {
        data.clear();
        throw refused;
      }
    }
  }

  @Override
  public void check(PaperStep step) {}

  /** Takes effect before the next step: one in hand may hold the paper for long. */
  @Override
  public void forget() {
    forget.set(true);
  }

  @Override
  public int lineChars() {
    return SimulatedPrinter.LINE_CHARS;
  }

  @Override
  public boolean paperOut() {
    return printer.paper() == SimulatedPrinter.Paper.OUT;
  }

  @Override
  public boolean paperNearEnd() {
    return printer.paper() == SimulatedPrinter.Paper.NEAR_END;
  }

  @Override
  public boolean coverOpen() {
    return printer.coverOpen();
  }

  private void run(PaperStep step) throws JposException {
    switch (step) {
      case PaperStep.Text text -> {
        for (String line : data.lines(text.data())) {
          print(line);
        }
      }
      case PaperStep.Code code -> print("[" + code.symbology() + " " + code.data() + "]");
      case PaperStep.Picture picture -> print("[picture " + picture.file().getFileName() + "]");
      case PaperStep.Cut _ -> printer.cut();
    }
  }

  private void print(String line) throws JposException {
    feed();
    printer.printLine(line);
  }

  private void feed() throws JposException {
    if (perLine.isZero()) {
      return;
    }
    try {
      Thread.sleep(perLine);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new JposException(
          JposConst.JPOS_E_FAILURE,
          printer.logicalName() + ": printing was interrupted.",
          interrupted);
    }
  }
}
