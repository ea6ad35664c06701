package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.KeepPolicy;
import dev.tillbridge.model.delivery.ResendPolicy;
import dev.tillbridge.model.delivery.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One chain in virtual time: registers, a store server, HQ. */
final class World {

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final int DOWN_MAX = 12_000;

  final SplittableRandom random;
  final Tally tally = new Tally();
  final Weather weather;
  final Rules rules;
  final Checks checks = new Checks(this);
  final HqNode hq;
  final StoreNode store;
  final List<RegisterNode> registers = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();
  final List<Life> lives = new ArrayList<>();
  final boolean neighbours;
  private final Map<StreamId, Life> lifeOf = new HashMap<>();
  private final Timeline timeline = new Timeline();
  private final @Nullable Consumer<String> trace;

  World(long seed, @Nullable Rule off, @Nullable Consumer<String> trace) {
    this.random = new SplittableRandom(seed);
    this.trace = trace;
    this.weather = new Weather(random, tally);
    int entriesMax = oneOf(3, 50, 5_000);
    this.rules =
        new Rules(
            off,
            new ResendPolicy(
                ResendPolicy.STANDARD.grace(), ResendPolicy.STANDARD.patience(), entriesMax));
    this.hq = new HqNode(this, 4 + random.nextInt(40), 100);
    this.store = new StoreNode(this, hq);
    lines.add(store.line);
    KeepPolicy keep = new KeepPolicy(random.nextInt(6), 1 + random.nextInt(5));
    long retention = random.nextInt(20_000);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      RegisterNode register = new RegisterNode(this, i, keep, retention);
      registers.add(register);
      lines.add(register.line);
    }
    this.neighbours = count > 1 && random.nextBoolean();
    if (neighbours) {
      for (int i = 0; i < count; i++) {
        registers.get(i).nameNeighbour(neighbourOf(i));
        Line line = registers.get(i).neighbourLine();
        if (line != null) {
          lines.add(line);
        }
      }
    }
    hq.start();
    store.start();
    registers.forEach(RegisterNode::start);
  }

  /** One register at the standard settings, and no fault but what the caller does. */
  static World calm(long seed, @Nullable Rule off) {
    for (long chosen = seed; ; chosen++) {
      World world = new World(chosen, off, null);
      if (world.registers.size() == 1
          && world.rules.askedAtATime() == ResendPolicy.STANDARD.entriesMax()) {
        world.weather.calm(true);
        return world;
      }
    }
  }

  private int oneOf(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  RegisterNode neighbourOf(int register) {
    return registers.get((register + 1) % registers.size());
  }

  Life newLife(int register) {
    Life life = new Life(register, lives.size() + 1L);
    lives.add(life);
    lifeOf.put(life.stream, life);
    return life;
  }

  Life life(StreamId stream) {
    Life life = lifeOf.get(stream);
    if (life == null) {
      throw new IllegalStateException("Nobody has ever lived as " + stream + ".");
    }
    return life;
  }

  long now() {
    return timeline.now();
  }

  Instant clock() {
    return START.plusMillis(timeline.now());
  }

  void at(long time, Runnable event) {
    timeline.at(time, event);
  }

  void in(long wait, Runnable event) {
    timeline.at(timeline.now() + wait, event);
  }

  void pass(long milliseconds) {
    timeline.runUntil(timeline.now() + milliseconds);
  }

  void crash(RegisterNode register) {
    if (register.running()) {
      trace(() -> "  " + register.name() + " stops");
      register.crash();
      in(downTime(), () -> start(register));
    }
  }

  void crashStore() {
    if (store.running()) {
      trace(() -> "  the store server stops");
      store.crash();
      linesOf(store);
      in(downTime(), this::startStore);
    }
  }

  void crashHq() {
    if (hq.running()) {
      trace(() -> "  HQ stops");
      hq.crash();
      linesOf(hq);
      in(downTime(), this::startHq);
    }
  }

  private long downTime() {
    return 100 + random.nextInt(DOWN_MAX);
  }

  private void linesOf(Node node) {
    for (Line line : lines) {
      if (line.to.equals(node)) {
        line.reset();
      }
    }
  }

  private void start(RegisterNode register) {
    if (!register.running()) {
      trace(() -> "  " + register.name() + " starts");
      register.start();
      linesOf(register);
    }
  }

  private void startStore() {
    if (!store.running()) {
      trace(() -> "  the store server starts");
      store.start();
      linesOf(store);
    }
  }

  private void startHq() {
    if (!hq.running()) {
      trace(() -> "  HQ starts");
      hq.start();
      linesOf(hq);
    }
  }

  /** Everything runs and every link is whole; clocks are set right. */
  void heal() {
    trace(() -> "everything heals");
    weather.calm(true);
    hq.databaseAway = false;
    hq.crashAfterCommit = false;
    hq.crashBeforePublish = false;
    lines.forEach(Line::heal);
    startHq();
    startStore();
    registers.forEach(this::start);
  }

  /** The operator has every dead disk's copies sent. */
  void recoverAll() {
    if (neighbours) {
      for (Life life : lives) {
        if (life.dead) {
          neighbourOf(life.register).recover(life, Integer.MAX_VALUE);
        }
      }
    }
  }

  void jumpClock(RegisterNode register) {
    register.clockOffset = jump();
  }

  void jumpHqClock() {
    hq.clockOffset = jump();
  }

  private Duration jump() {
    return Duration.ofSeconds(random.nextInt(-100_000, 100_000));
  }

  void trace(Supplier<String> line) {
    Consumer<String> reader = trace;
    if (reader != null) {
      reader.accept("%8.3f %s".formatted(now() / 1000.0, line.get()));
    }
  }
}
