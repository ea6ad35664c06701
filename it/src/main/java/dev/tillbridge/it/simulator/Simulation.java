package dev.tillbridge.it.simulator;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many schedules on every core. */
public final class Simulation {

  private static final int CHUNK = 250;

  /**
   * The first schedule that broke a promise.
   *
   * @param seed runs it again
   * @param schedulesBefore how many schedules with lower seeds passed
   */
  public record Failure(long seed, long schedulesBefore, String promise) {

    @Override
    public String toString() {
      return "seed %d (after %d schedules): %s. Replay: ./tillbridge simulate --seed %d --schedules 1 --trace"
          .formatted(seed, schedulesBefore, promise, seed);
    }
  }

  private final long firstSeed;
  private final long schedules;
  private final @Nullable Rule off;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong failedAt = new AtomicLong(Long.MAX_VALUE);

  private Simulation(long firstSeed, long schedules, @Nullable Rule off) {
    this.firstSeed = firstSeed;
    this.schedules = schedules;
    this.off = off;
  }

  /**
   * Runs the schedules of consecutive seeds until one fails.
   *
   * @param off rule to do without, null for all rules
   */
  public static Result run(long firstSeed, long schedules, @Nullable Rule off) {
    return new Simulation(firstSeed, schedules, off).run();
  }

  /** Runs one schedule and tells every step. */
  public static Result replay(long seed, @Nullable Rule off, Consumer<String> trace) {
    Simulation simulation = new Simulation(seed, 1, off);
    long started = System.nanoTime();
    Tally tally = new Tally();
    Failure failure = simulation.one(0, tally, trace);
    return new Result(tally, failure, seconds(started));
  }

  private record Part(Tally tally, @Nullable Failure failure) {}

  private Result run() {
    long started = System.nanoTime();
    int cores = Runtime.getRuntime().availableProcessors();
    Tally tally = new Tally();
    Failure first = null;
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      List<Future<Part>> parts = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        parts.add(threads.submit(this::part));
      }
      for (Future<Part> part : parts) {
        Part done = part.get();
        tally.add(done.tally());
        Failure failure = done.failure();
        if (failure != null
            && (first == null || failure.schedulesBefore() < first.schedulesBefore())) {
          first = failure;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The simulation was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The simulator itself failed.", e.getCause());
    }
    return new Result(tally, first, seconds(started));
  }

  /** Takes chunks in order, so that the lowest failing seed is found whatever thread runs it. */
  private Part part() {
    Tally tally = new Tally();
    Failure failure = chunks(tally);
    tally.processorNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Part(tally, failure);
  }

  private @Nullable Failure chunks(Tally tally) {
    for (long chunk = next.getAndAdd(CHUNK); chunk < schedules; chunk = next.getAndAdd(CHUNK)) {
      long end = Math.min(chunk + CHUNK, schedules);
      for (long index = chunk; index < end && index < failedAt.get(); index++) {
        Failure failure = one(index, tally, null);
        if (failure != null) {
          failedAt.accumulateAndGet(index, Math::min);
          return failure;
        }
      }
    }
    return null;
  }

  private @Nullable Failure one(long index, Tally tally, @Nullable Consumer<String> trace) {
    long seed = firstSeed + index;
    World world = new World(seed, off, trace);
    try {
      new Schedule(world).run();
      return null;
    } catch (Violation e) {
      return new Failure(seed, index, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw new IllegalStateException("The simulator itself failed at seed " + seed + ".", e);
    } finally {
      tally.add(world.tally);
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
