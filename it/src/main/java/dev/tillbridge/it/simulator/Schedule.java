package dev.tillbridge.it.simulator;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One seed's steps: what is sold and what goes wrong, then everything heals and is checked. */
final class Schedule {

  private static final int SALES_OF_100 = 45;

  /** Longer than anything stays under way. */
  private static final long SETTLE_MS = 10_000;

  private static final long SILENCE_MS = 20_000;
  private static final long LOOK_EVERY_MS = 2_000;
  private static final long RECOVER_EVERY_MS = 40_000;

  private final World world;
  private final SplittableRandom random;
  private final Tally tally;
  private final boolean rare;
  private StoreNode.@Nullable Copy storeCopy;
  private RegisterNode.@Nullable Copy registerCopy;
  private @Nullable Books booksCopy;

  Schedule(World world) {
    this.world = world;
    this.random = world.random;
    this.tally = world.tally;
    this.rare = random.nextInt(4) == 0;
  }

  /** Runs it. */
  void run() {
    int rounds = 1 + random.nextInt(2);
    for (int round = 0; round < rounds; round++) {
      int steps = random.nextInt(100) == 0 ? 400 : (30 + random.nextInt(90)) / rounds;
      int gapMax = 20 + random.nextInt(1_500);
      world.weather.calm(false);
      for (int step = 0; step < steps; step++) {
        world.pass(random.nextInt(gapMax));
        tally.steps++;
        step();
      }
      world.heal();
      comeToRest();
      stayAtRest();
      tally.quietPoints++;
    }
    tally.schedules = 1;
    tally.virtualMs = world.now();
    tally.receipts =
        world.lives.stream()
            .flatMap(life -> life.written.stream())
            .filter(entry -> entry.receipt)
            .count();
  }

  private void comeToRest() {
    long healedAt = world.now();
    long most = world.checks.restMaxMs();
    String unrest = "not looked yet";
    long recoveredAt = -RECOVER_EVERY_MS;
    while (unrest != null && world.now() - healedAt < most) {
      if (world.hq.isIdle() && world.now() - recoveredAt >= RECOVER_EVERY_MS) {
        world.recoverAll();
        recoveredAt = world.now();
      }
      world.pass(LOOK_EVERY_MS);
      unrest = world.checks.unrest();
    }
    if (unrest != null) {
      throw new Violation(unrest + ", " + most / 1_000 + " s after everything had healed");
    }
    tally.catchUpMaxMs = Math.max(tally.catchUpMaxMs, world.now() - healedAt);
  }

  private void stayAtRest() {
    world.pass(SETTLE_MS);
    world.recoverAll();
    world.pass(SETTLE_MS);
    long resent = tally.resent;
    long requests = tally.requests;
    long heartbeats = tally.heartbeats;
    long entries = tally.entries;
    world.pass(SILENCE_MS);
    String unrest = world.checks.unrest();
    if (unrest != null) {
      throw new Violation(unrest + ", although everything had come to rest");
    }
    if (tally.resent != resent) {
      throw new Violation("entries were sent again although nothing was missing");
    }
    if (tally.requests - requests > 2 * tally.standingGaps) {
      throw new Violation("HQ went on asking although nothing was missing");
    }
    long most = 6L * world.registers.size() + tally.entries - entries;
    if (tally.heartbeats - heartbeats > most) {
      throw new Violation("registers sent more heartbeats than " + most + " while they were idle");
    }
  }

  private void step() {
    RegisterNode register = world.registers.get(random.nextInt(world.registers.size()));
    if (random.nextInt(100) < SALES_OF_100) {
      world.trace(() -> "a sale at " + register.name());
      register.sell();
      return;
    }
    int what = random.nextInt(rare ? 100 : 78);
    if (what < 16) {
      cut();
    } else if (what < 26) {
      did(Fault.REGISTER_CRASH, register.name());
      world.crash(register);
    } else if (what < 31) {
      did(Fault.CRASH_IN_APPEND, register.name());
      register.crashInAppend();
    } else if (what < 37) {
      did(Fault.STORE_CRASH, "");
      world.crashStore();
    } else if (what < 43) {
      did(Fault.HQ_CRASH, "");
      world.crashHq();
    } else if (what < 50) {
      world.hq.crashAfterCommit = true;
    } else if (what < 54) {
      world.hq.crashBeforePublish = true;
    } else if (what < 60) {
      databaseAway();
    } else if (what < 65) {
      wipeStore();
    } else if (what < 66) {
      did(Fault.REGISTER_DISK_DEAD, register.name());
      world.crash(register);
      register.loseDisk();
    } else if (what < 70) {
      recoverEarly();
    } else if (what < 74) {
      burst(register);
    } else if (what < 78) {
      world.trace(() -> "copies are made");
      storeCopy = world.store.copy();
      registerCopy = register.copy();
      booksCopy = world.hq.books.copy();
    } else {
      rareStep(what - 78, register);
    }
  }

  private void rareStep(int what, RegisterNode register) {
    if (what < 6) {
      restoreStore();
    } else if (what < 9) {
      restoreRegister();
    } else if (what < 13) {
      restoreBooks();
    } else if (what < 16) {
      wipeHqBroker();
    } else if (what < 18) {
      did(Fault.HQ_CLOCK_JUMP, "");
      world.jumpHqClock();
    } else if (what < 20) {
      did(Fault.REGISTER_CLOCK_JUMP, register.name());
      world.jumpClock(register);
    } else {
      did(Fault.EVERYTHING_CRASHES, "");
      world.registers.forEach(world::crash);
      world.crashStore();
      world.crashHq();
    }
  }

  private void did(Fault fault, String where) {
    tally.count(fault);
    world.trace(() -> fault + " " + where);
  }

  private void cut() {
    Line line = world.lines.get(random.nextInt(world.lines.size()));
    if (random.nextBoolean()) {
      did(Fault.CUT, "between " + line);
      line.cut();
    } else {
      did(Fault.SILENT_CUT, "between " + line);
      line.goDeaf();
    }
    world.in(random.nextInt(20_000), line::heal);
  }

  private void databaseAway() {
    did(Fault.DATABASE_AWAY, "");
    world.hq.databaseAway = true;
    world.in(random.nextInt(20_000), () -> world.hq.databaseAway = false);
  }

  private void wipeStore() {
    did(Fault.STORE_WIPED, "");
    world.crashStore();
    world.store.replace(StoreNode.Copy.EMPTY);
  }

  private void recoverEarly() {
    if (world.neighbours) {
      Life life = world.lives.get(random.nextInt(world.lives.size()));
      did(Fault.RECOVER_EARLY, life.stream.toString());
      world.neighbourOf(life.register).recover(life, random.nextInt(5));
    }
  }

  private void burst(RegisterNode register) {
    int sales = 20 + random.nextInt(80);
    world.trace(() -> sales + " sales at once at " + register.name());
    for (int i = 0; i < sales; i++) {
      register.sell();
    }
    if (random.nextBoolean()) {
      world.pass(random.nextInt(1_000));
      wipeStore();
    }
  }

  private void restoreStore() {
    if (storeCopy != null) {
      did(Fault.STORE_OLD_COPY, "");
      world.crashStore();
      world.store.replace(storeCopy);
    }
  }

  private void restoreRegister() {
    RegisterNode.Copy copy = registerCopy;
    if (copy != null && !copy.life().dead) {
      RegisterNode register = world.registers.get(copy.life().register);
      did(Fault.REGISTER_OLD_COPY, register.name());
      world.crash(register);
      register.replace(copy);
    }
  }

  private void wipeHqBroker() {
    did(Fault.HQ_BROKER_WIPED, "");
    world.crashHq();
    world.hq.wipeBroker();
  }

  /** A new HQ may have nothing but a backup of the database. */
  private void restoreBooks() {
    if (booksCopy != null) {
      if (random.nextBoolean()) {
        wipeHqBroker();
      }
      did(Fault.DATABASE_OLD_COPY, "");
      world.crashHq();
      world.hq.books = booksCopy.copy();
    }
  }
}
