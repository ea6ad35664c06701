package dev.tillbridge.devices.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.ErrorEvent;
import jpos.events.OutputCompleteEvent;
import jpos.services.EventCallbacks;

/**
 * Asynchronous output of one printer service: jobs in order, each ending in an OutputCompleteEvent,
 * or in an ErrorEvent whose answer decides between another try and clearing everything.
 */
final class PrintJobs {

  /** Jobs not yet printed; one more is refused. */
  static final int JOBS_WAITING_MAX = 1_000;

  private static final long RETRY_AFTER_MILLIS = 250;

  private record Job(int outputId, List<PaperStep> steps) {}

  private final Equipment printer;
  private final PaperPath head;
  private final EventThread events;
  private final EventCallbacks control;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private int lastOutputId;
  private boolean failed;
  private boolean stopped;

  PrintJobs(Equipment printer, PaperPath head, EventThread events, EventCallbacks control) {
    this.printer = printer;
    this.head = head;
    this.events = events;
    this.control = control;
    Thread.ofPlatform().daemon().name(printer.logicalName() + " output").start(this::work);
  }

  int add(List<PaperStep> steps) throws JposException {
    synchronized (printer) {
      if (waiting.size() >= JOBS_WAITING_MAX) {
        throw new JposException(
            JposConst.JPOS_E_BUSY,
            printer.logicalName() + " has " + JOBS_WAITING_MAX + " jobs waiting already.");
      }
      waiting.addLast(new Job(++lastOutputId, List.copyOf(steps)));
      printer.notifyAll();
      return lastOutputId;
    }
  }

  void clear() {
    synchronized (printer) {
      waiting.clear();
      failed = false;
      printer.notifyAll();
    }
  }

  void stop() {
    synchronized (printer) {
      stopped = true;
      clear();
    }
  }

  int state() {
    synchronized (printer) {
      if (failed) {
        return JposConst.JPOS_S_ERROR;
      }
      return waiting.isEmpty() ? JposConst.JPOS_S_IDLE : JposConst.JPOS_S_BUSY;
    }
  }

  private void work() {
    try {
      while (awaitJob()) {
        printFirst();
      }
    } catch (JposException interrupted) {
      stop();
    }
  }

  private boolean awaitJob() throws JposException {
    synchronized (printer) {
      while (waiting.isEmpty() && !stopped) {
        printer.awaitChange(0);
      }
      return !stopped;
    }
  }

  private void printFirst() throws JposException {
    Job job;
    synchronized (printer) {
      job = waiting.peekFirst();
    }
    if (job == null) {
      return;
    }
    try {
      head.run(job.steps());
    } catch (JposException fault) {
      askWhatNext(fault);
      return;
    }
    synchronized (printer) {
      if (job.equals(waiting.peekFirst())) {
        waiting.removeFirst();
        events.add(() ->
            control.fireOutputCompleteEvent(
                new OutputCompleteEvent(control.getEventSource(), job.outputId())));
      }
    }
  }

  private void askWhatNext(JposException fault) throws JposException {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    synchronized (printer) {
      failed = true;
      events.add(() -> {
        ErrorEvent event =
            new ErrorEvent(
                control.getEventSource(),
                fault.getErrorCode(),
                fault.getErrorCodeExtended(),
                JposConst.JPOS_EL_OUTPUT,
                JposConst.JPOS_ER_RETRY);
        try {
          control.fireErrorEvent(event);
        } finally {
          synchronized (printer) {
            answer.complete(event.getErrorResponse());
            printer.notifyAll();
          }
        }
      });
      while (!answer.isDone() && !stopped && !waiting.isEmpty()) {
        printer.awaitChange(0);
      }
      if (answer.getNow(JposConst.JPOS_ER_CLEAR) == JposConst.JPOS_ER_CLEAR) {
        clear();
      } else {
        failed = false;
        printer.awaitChange(RETRY_AFTER_MILLIS);
      }
    }
  }
}
