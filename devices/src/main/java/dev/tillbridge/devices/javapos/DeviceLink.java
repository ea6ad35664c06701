package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import jpos.BaseJposControl;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device, kept open as long as it exists.
 *
 * <p>Requests reach the control on a thread of its own, so a service that hangs takes nobody along.
 * The thread also looks at the device every {@link Patience#retry()}: opens it when it is missing,
 * notes its condition when it is there.
 */
final class DeviceLink<C extends BaseJposControl> {

  /** Something to do with an open device. */
  interface Operation<C> {
    void on(C control) throws JposException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(DeviceLink.class);

  private final DeviceKind kind;
  private final String logicalName;
  private final JposRegistry registry;
  private final DeviceType<C> type;
  private final Patience patience;
  private final Faults faults;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean lookDue = new AtomicBoolean();

  /** Touched by the device's thread only. */
  private @Nullable C open;

  private volatile Condition condition = new Condition("not opened yet", false);
  private volatile boolean simulated;
  private volatile @Nullable Fault absent;
  private volatile @Nullable Future<?> overdue;
  private volatile @Nullable Thread worker;

  DeviceLink(
      DeviceKind kind,
      String logicalName,
      JposRegistry registry,
      DeviceType<C> type,
      Patience patience) {
    this.kind = kind;
    this.logicalName = logicalName;
    this.registry = registry;
    this.type = type;
    this.patience = patience;
    this.faults = new Faults(kind, logicalName);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(work -> {
          Thread fresh = Thread.ofPlatform().daemon().name(logicalName + " device").unstarted(work);
          worker = fresh;
          return fresh;
        });
  }

  /** Opens the device, now and whenever it is missing. */
  Future<?> start() {
    Future<?> first = thread.submit(this::look);
    thread.scheduleWithFixedDelay(
        this::look,
        patience.retry().toMillis(),
        patience.retry().toMillis(),
        TimeUnit.MILLISECONDS);
    return first;
  }

  /**
   * Does it, waiting no longer than {@code wait}; what is not begun by then is not done later.
   *
   * <p>Answers at once when the device is known to be missing: opening it can take seconds.
   */
  DeviceOutcome ask(Duration wait, Operation<C> operation) {
    Future<?> earlier = overdue;
    if (earlier != null && !earlier.isDone()) {
      return faults.stillBusy();
    }
    Fault missing = absent;
    if (missing != null) {
      lookSoon();
      return missing;
    }
    AtomicBoolean givenUp = new AtomicBoolean();
    Future<DeviceOutcome> answer;
    try {
      answer = thread.submit(() -> givenUp.get() ? faults.stillBusy() : attempt(operation));
    } catch (RejectedExecutionException closing) {
      return faults.closed();
    }
    try {
      return answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      givenUp.set(true);
      overdue = answer;
      note(new Condition("does not answer", false));
      return faults.noAnswer(wait);
    } catch (InterruptedException interrupted) {
      givenUp.set(true);
      Thread.currentThread().interrupt();
      return faults.closed();
    } catch (ExecutionException thrown) {
      return faults.broken(thrown.getCause() == null ? thrown : thrown.getCause());
    }
  }

  DeviceStatus status() {
    Condition now = condition;
    return new DeviceStatus(kind.clerkName(), simulated, now.words(), now.ok());
  }

  /** Whether the lane is to have this device at all. */
  boolean wanted() {
    return !condition.equals(Condition.NONE_HERE);
  }

  /** Looks at the device soon, because it reported a change. */
  void lookSoon() {
    if (lookDue.compareAndSet(false, true)) {
      try {
        thread.execute(this::look);
      } catch (RejectedExecutionException closing) {
        // Nobody reads the condition any more.
      }
    }
  }

  /** Releases the device; waits for it no longer than the claim's patience. */
  void close() {
    try {
      thread.execute(this::abandon);
      thread.shutdown();
      if (!thread.awaitTermination(patience.claim().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} is still busy; it is interrupted and released when it lets go.", logicalName);
        interrupt();
      }
    } catch (RejectedExecutionException closedBefore) {
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    condition = new Condition("released", false);
  }

  /** Not by shutting the thread down at once: that would also drop the release it is to do. */
  private void interrupt() {
    Thread busy = worker;
    if (busy != null) {
      busy.interrupt();
    }
  }

  private DeviceOutcome attempt(Operation<C> operation) {
    try {
      C control = opened();
      operation.on(control);
      note(type.look(control));
      return new Done();
    } catch (JposException error) {
      Fault fault = faults.of(error);
      LOG.warn("{}: {} {}", logicalName, fault.message(), fault.nextStep());
      afterwards(error);
      if (open == null) {
        lookSoon();
      }
      return fault;
    } catch (RuntimeException | LinkageError thrown) {
      LOG.error("{}: its service threw; it will be opened again.", logicalName, thrown);
      return broken(thrown);
    }
  }

  private void look() {
    lookDue.set(false);
    try {
      note(type.look(opened()));
    } catch (JposException error) {
      afterwards(error);
    } catch (RuntimeException | LinkageError thrown) {
      broken(thrown);
    }
  }

  private Fault broken(Throwable thrown) {
    Fault fault = faults.broken(thrown);
    abandon();
    absent = fault;
    note(new Condition("driver failed: " + thrown, false));
    return fault;
  }

  /** An open device that only lacks paper is kept; one that is gone is opened afresh next time. */
  private void afterwards(JposException error) {
    switch (error.getErrorCode()) {
      case JposConst.JPOS_E_EXTENDED,
          JposConst.JPOS_E_BUSY,
          JposConst.JPOS_E_ILLEGAL,
          JposConst.JPOS_E_TIMEOUT -> {
        if (open == null) {
          missing(error);
          return;
        }
        try {
          note(type.look(open));
        } catch (JposException gone) {
          missing(gone);
        }
      }
      default -> missing(error);
    }
  }

  private void missing(JposException error) {
    abandon();
    if (kind.optional() && error.getErrorCode() == JposConst.JPOS_E_NOEXIST) {
      absent = kind.noneHere();
      condition = Condition.NONE_HERE;
      return;
    }
    absent = faults.of(error);
    note(
        switch (error.getErrorCode()) {
          case JposConst.JPOS_E_OFFLINE, JposConst.JPOS_E_NOHARDWARE -> Condition.NOT_CONNECTED;
          case JposConst.JPOS_E_CLAIMED, JposConst.JPOS_E_TIMEOUT ->
              new Condition("in use by another program", false);
          case JposConst.JPOS_E_NOEXIST, JposConst.JPOS_E_NOSERVICE ->
              new Condition("not set up: " + error.getMessage(), false);
          default -> new Condition("failed: " + error.getMessage(), false);
        });
  }

  private C opened() throws JposException {
    C control = open;
    if (control != null) {
      return control;
    }
    simulated = registry.register(logicalName);
    C fresh = type.control(this::lookSoon);
    fresh.open(logicalName);
    try {
      fresh.claim((int) patience.claim().toMillis());
      type.configure(fresh);
      fresh.setDeviceEnabled(true);
      type.begin(fresh);
    } catch (JposException | RuntimeException | LinkageError failed) {
      closeQuietly(fresh);
      throw failed;
    }
    open = fresh;
    absent = null;
    return fresh;
  }

  private void abandon() {
    C control = open;
    open = null;
    if (control != null) {
      closeQuietly(control);
    }
  }

  private void closeQuietly(C control) {
    try {
      control.close();
    } catch (JposException | RuntimeException e) {
      LOG.debug("{} did not close: {}", logicalName, e.toString());
    }
  }

  private void note(Condition now) {
    Condition before = condition;
    condition = now;
    if (before.equals(now)) {
      return;
    }
    if (now.ok()) {
      LOG.info("{} is {}.", logicalName, now.words());
    } else {
      LOG.warn(
          "{} is {} (was {}). Selling goes on; looked at again every {} ms.",
          logicalName,
          now.words(),
          before.words(),
          patience.retry().toMillis());
    }
  }
}
