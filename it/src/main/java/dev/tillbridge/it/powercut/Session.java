package dev.tillbridge.it.powercut;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One register process at work on one data directory, until its power goes. */
final class Session {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofNanos(300_000);

  private final RegisterProcess register;
  private final Promises promises;
  private final Tally tally;

  Session(RegisterProcess register, Promises promises, Tally tally) {
    this.register = register;
    this.promises = promises;
    this.tally = tally;
  }

  /** Sends the order and looks no further. */
  void begin(Order order) throws IOException {
    register.order(order);
  }

  /**
   * Sends the order and holds what the register tells it has kept against what was promised.
   *
   * @return false when it did not start; its process is over then
   */
  boolean beginChecked(Order order) throws IOException, InterruptedException {
    register.order(order);
    Told.Started started = null;
    List<Told.Kept> kept = new ArrayList<>();
    while (true) {
      switch (await()) {
        case Told.Started life -> started = life;
        case Told.Kept entry -> kept.add(entry);
        case Told.Failed failed -> {
          tally.found(promises.gone(failed.message()));
          return false;
        }
        case Told.Checked checked -> {
          if (started == null) {
            throw new IOException("The register told " + checked + " before it started.");
          }
          tally.found(promises.check(started, kept));
          return true;
        }
        case Told.Asked asked -> throw outOfTurn(asked);
        case Told.Acknowledged acknowledged -> throw outOfTurn(acknowledged);
        case Told.Ended ended -> throw outOfTurn(ended);
      }
    }
  }

  private static IOException outOfTurn(Told told) {
    return new IOException("The register told " + told + " before it had told what it keeps.");
  }

  void awaitEnd() throws IOException, InterruptedException {
    while (!(await() instanceof Told.Ended)) {
      // what comes before is of no interest
    }
  }

  /** Rings until so many more entries are acknowledged. */
  void ring(int count) throws IOException, InterruptedException {
    long goal = tally.acknowledgedSoFar() + count;
    while (tally.acknowledgedSoFar() < goal) {
      note(await());
    }
  }

  /** Rings until the broker has begun so many files more. */
  void ringUntilNewFiles(Path dataDir, int count) throws IOException, InterruptedException {
    Set<String> known = BrokerFiles.names(dataDir);
    ringUntil(() -> {
      Set<String> begun = new HashSet<>(BrokerFiles.names(dataDir));
      begun.removeAll(known);
      return begun.size() >= count;
    });
  }

  /** Rings until the broker pages. */
  void ringUntilPaging(Path dataDir) throws IOException, InterruptedException {
    ringUntil(() -> !BrokerFiles.pages(dataDir).isEmpty());
  }

  private void ringUntil(BooleanSupplier reached) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + ANSWER_MAX.toNanos();
    while (!reached.getAsBoolean()) {
      Told told = register.next(LOOK_EVERY);
      if (told != null) {
        note(told);
      }
      if (told instanceof Told.Failed || System.nanoTime() > deadline) {
        throw new IOException(
            "The moment to cut the power did not come in %d s; last told: %s."
                .formatted(ANSWER_MAX.toSeconds(), told));
      }
    }
  }

  /** Returns after this time, as exactly as the machine can. */
  static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(20_000);
    }
  }

  /** Kills the process, whose disk is gone already, and hears what it told until then. */
  void end() throws InterruptedException {
    register.kill().forEach(this::note);
  }

  private Told await() throws IOException, InterruptedException {
    Told told = register.next(ANSWER_MAX);
    if (told == null) {
      throw new IOException(
          "The register said nothing for " + ANSWER_MAX.toSeconds() + " s; see its log.");
    }
    return told;
  }

  private void note(Told told) {
    switch (told) {
      case Told.Asked asked -> {
        tally.asked();
        promises.hear(asked);
      }
      case Told.Acknowledged acknowledged -> {
        tally.acknowledged();
        promises.hear(acknowledged);
      }
      case Told.Started started -> promises.hear(started);
      case Told.Kept ignored -> {}
      case Told.Checked ignored -> {}
      case Told.Failed ignored -> {}
      case Told.Ended ignored -> {}
    }
  }
}
