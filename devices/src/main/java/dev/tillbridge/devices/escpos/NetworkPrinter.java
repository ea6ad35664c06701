package dev.tillbridge.devices.escpos;

import dev.tillbridge.devices.service.Equipment;
import dev.tillbridge.devices.service.PaperPath;
import dev.tillbridge.devices.service.PaperStep;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;

/** A receipt printer at the end of a wire; asked how it is while it is enabled. */
final class NetworkPrinter extends Equipment implements PaperPath {

  private final PrinterWire wire;
  private final PaperWriter writer;
  private final int lineChars;
  private final Duration pollEvery;
  private final AtomicBoolean restart = new AtomicBoolean(true);
  private final Object oneAtATime = new Object();

  private long writtenTo = -1;
  private volatile PrinterStatus status = PrinterStatus.READY;
  private volatile boolean online;
  private @Nullable Thread poller;

  NetworkPrinter(
      String logicalName,
      PrinterWire wire,
      List<CodePage> pages,
      int lineChars,
      int paperDots,
      Duration pollEvery) {
    super(logicalName);
    this.wire = wire;
    this.writer = new PaperWriter(pages, lineChars, paperDots);
    this.lineChars = lineChars;
    this.pollEvery = pollEvery;
  }

  @Override
  public void run(List<PaperStep> steps) throws JposException {
    synchronized (oneAtATime) {
      try {
        look();
        requireReady(status);
        long connection = wire.connection();
        if (restart.getAndSet(false) | connection != writtenTo) {
          writer.restart();
        }
        writtenTo = connection;
        wire.print(writer.bytes(steps));
      } catch (PrinterWire.Refused refused) {
        restart.set(true);
        note(refused.status());
        requireReady(refused.status());
        throw failure("stopped in the middle", refused);
      } catch (IOException failed) {
        restart.set(true);
        throw lost(failed);
      }
    }
  }

  @Override
  public void check(PaperStep step) throws JposException {
    writer.check(step);
  }

  @Override
  public void forget() {
    restart.set(true);
  }

  @Override
  public int lineChars() {
    return lineChars;
  }

  /** Asks afresh: a receipt that is refused before its first line leaves nothing half done. */
  @Override
  public boolean paperOut() {
    lookAgain();
    return status.paperOut();
  }

  @Override
  public boolean paperNearEnd() {
    return status.paperNearEnd();
  }

  @Override
  public boolean coverOpen() {
    lookAgain();
    return status.coverOpen();
  }

  @Override
  public boolean plugged() {
    return online;
  }

  @Override
  protected String condition() {
    PrinterStatus now = status;
    if (!online) {
      return "not connected";
    }
    if (now.coverOpen()) {
      return "cover open";
    }
    if (now.paperOut()) {
      return "paper out";
    }
    if (now.failed()) {
      return "cutter or print head failed";
    }
    return now.paperNearEnd() ? "paper nearly out" : "ready";
  }

  @Override
  protected String description() {
    return "An ESC/POS receipt printer on the network";
  }

  @Override
  protected synchronized void enabling() throws JposException {
    wire.use();
    try {
      look();
    } catch (IOException unreachable) {
      wire.leave();
      throw new JposException(
          JposConst.JPOS_E_NOHARDWARE,
          logicalName() + " is not reached: " + unreachable.getMessage(),
          unreachable);
    }
    poller = Thread.ofPlatform().daemon().name(logicalName() + " status").start(this::poll);
  }

  @Override
  protected synchronized void disabled() {
    if (poller != null) {
      poller.interrupt();
      poller = null;
      wire.leave();
    }
  }

  private void poll() {
    try {
      while (true) {
        Thread.sleep(pollEvery);
        if (!wire.busy()) {
          lookAgain();
        }
      }
    } catch (InterruptedException disabled) {
      // Nobody wants to know any more.
    }
  }

  private void lookAgain() {
    try {
      look();
    } catch (IOException gone) {
      offline();
    }
  }

  private void look() throws IOException {
    note(wire.status());
  }

  private synchronized void note(PrinterStatus now) {
    PrinterStatus before = status;
    status = now;
    if (!online) {
      online = true;
      announcePower(true);
    }
    if (before.coverOpen() != now.coverOpen()) {
      announce(
          now.coverOpen() ? POSPrinterConst.PTR_SUE_COVER_OPEN : POSPrinterConst.PTR_SUE_COVER_OK);
    }
    if (paper(before) != paper(now)) {
      announce(paper(now));
    }
  }

  private synchronized void offline() {
    if (online) {
      online = false;
      announcePower(false);
    }
  }

  private static int paper(PrinterStatus status) {
    if (status.paperOut()) {
      return POSPrinterConst.PTR_SUE_REC_EMPTY;
    }
    return status.paperNearEnd()
        ? POSPrinterConst.PTR_SUE_REC_NEAREMPTY
        : POSPrinterConst.PTR_SUE_REC_PAPEROK;
  }

  private void requireReady(PrinterStatus now) throws JposException {
    if (now.coverOpen()) {
      throw extended(POSPrinterConst.JPOS_EPTR_COVER_OPEN, "the cover is open");
    }
    if (now.paperOut()) {
      throw extended(POSPrinterConst.JPOS_EPTR_REC_EMPTY, "the paper is out");
    }
    if (now.failed()) {
      throw failure("its cutter or print head failed", null);
    }
  }

  private JposException lost(IOException failed) {
    lookAgain();
    if (!online) {
      return new JposException(
          JposConst.JPOS_E_OFFLINE,
          logicalName() + " is not reached: " + failed.getMessage(),
          failed);
    }
    return failure(String.valueOf(failed.getMessage()), failed);
  }

  private JposException failure(String what, @Nullable Exception cause) {
    return new JposException(JposConst.JPOS_E_FAILURE, logicalName() + ": " + what, cause);
  }

  private JposException extended(int code, String what) {
    return new JposException(JposConst.JPOS_E_EXTENDED, code, logicalName() + ": " + what + ".");
  }
}
