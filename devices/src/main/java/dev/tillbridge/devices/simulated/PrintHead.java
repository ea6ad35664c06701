package dev.tillbridge.devices.simulated;

import java.time.Duration;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;

/** Puts steps on paper at the speed of the printer, one caller's steps after another's. */
final class PrintHead {

  private final SimulatedPrinter printer;
  private final Duration perLine;
  private final Object oneAtATime = new Object();

  PrintHead(SimulatedPrinter printer, Duration perLine) {
    this.printer = printer;
    this.perLine = perLine;
  }

  /** Stops at the first step the printer refuses; what is on paper by then stays there. */
  void run(List<PaperStep> steps) throws JposException {
    synchronized (oneAtATime) {
      printer.requireReady();
      for (PaperStep step : steps) {
        switch (step) {
          case PaperStep.Line line -> {
            feed();
            printer.printLine(line.text());
          }
          case PaperStep.Cut _ -> printer.cut();
        }
      }
    }
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
