package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the devices beside the lane, in order, so that none of them can hold up a sale. At most
 * {@link LaneLimits#COUNTER_WORK_MAX} pieces of work wait; what comes on top is turned away.
 */
final class Counter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Counter.class);
  private static final int CLOSE_SECONDS_MAX = 5;

  /**
   * What came of a receipt.
   *
   * @param problem what a device could not do and what to do about it, null when all was done
   */
  record Paper(boolean printed, @Nullable String problem) {

    static final Paper IN_PRINTING = new Paper(false, null);
  }

  private final Peripherals peripherals;
  private final ThreadPoolExecutor worker;

  Counter(Peripherals peripherals) {
    this.peripherals = peripherals;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LaneLimits.COUNTER_WORK_MAX),
            Thread.ofPlatform().name("counter").daemon().factory());
  }

  /** Opens the drawer, shows both texts and prints; the quick devices first. */
  boolean complete(Receipt receipt, String upper, String lower, Consumer<Paper> done) {
    return work(() -> {
      List<String> problems = new ArrayList<>();
      attempt(problems, peripherals::openDrawer);
      attempt(problems, () -> peripherals.display(upper, lower));
      boolean printed = attempt(problems, () -> peripherals.print(receipt));
      done.accept(new Paper(printed, problems.isEmpty() ? null : String.join(" ", problems)));
    });
  }

  /** Prints what is no ticket's receipt; a device that cannot is told of by its own state. */
  void slip(Receipt paper, boolean opensDrawer) {
    work(() -> {
      List<String> problems = new ArrayList<>();
      if (opensDrawer) {
        attempt(problems, peripherals::openDrawer);
      }
      attempt(problems, () -> peripherals.print(paper));
      problems.forEach(problem -> log.warn("A slip did not come out. {}", problem));
    });
  }

  /** Prints only. */
  boolean print(Receipt receipt, Consumer<Paper> done) {
    return work(() -> {
      List<String> problems = new ArrayList<>();
      boolean printed = attempt(problems, () -> peripherals.print(receipt));
      done.accept(new Paper(printed, problems.isEmpty() ? null : String.join(" ", problems)));
    });
  }

  /** Shows two lines to the customer, when the devices have nothing better to do. */
  void show(String upper, String lower) {
    if (worker.getQueue().isEmpty()) {
      work(() -> peripherals.display(upper, lower));
    }
  }

  int waiting() {
    return worker.getQueue().size();
  }

  private boolean work(Runnable piece) {
    try {
      worker.execute(piece);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private static boolean attempt(List<String> problems, Supplier<DeviceOutcome> device) {
    try {
      return switch (device.get()) {
        case DeviceOutcome.Done() -> true;
        case DeviceOutcome.Fault(String name, String message, String nextStep) -> {
          problems.add(message + " " + nextStep);
          yield false;
        }
      };
    } catch (RuntimeException e) {
      problems.add("A device failed: " + e + ". The sale stands; call the operator.");
      return false;
    }
  }

  /** Takes no more work; what is in hand ends by itself. */
  void finish() {
    worker.shutdown();
  }

  /** Lets the work in hand end, within a few seconds. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
