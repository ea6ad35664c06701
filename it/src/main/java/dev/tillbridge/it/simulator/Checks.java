package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.SequenceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold: at once, and when everything has come to rest. */
final class Checks {

  private static final long PATIENCE_MS = 15_000;

  private final World world;

  Checks(World world) {
    this.world = world;
  }

  /** An entry leaves its register: HQ must have it. */
  void letGo(Entry entry) {
    requirePosted(entry, "left its register");
    entry.letGo = true;
  }

  /** A neighbour drops its copy: HQ must have it, unless two lives share its number. */
  void dropped(Entry entry) {
    if (!entry.life.forked) {
      requirePosted(entry, "was dropped by the neighbour");
    }
  }

  private void requirePosted(Entry entry, String what) {
    StreamRow row = world.hq.books.find(entry.life);
    boolean held = row != null && row.held(entry.sequence()) == entry;
    if (!held && !(entry.posted && setBack())) {
      throw new Violation(entry + " " + what + " before HQ held it");
    }
  }

  /** A register sends an entry again: asking is bounded by time and by what was forgotten. */
  void resent(Entry entry) {
    world.tally.resentMaxOfOneEntry = Math.max(world.tally.resentMaxOfOneEntry, entry.resent);
    Tally tally = world.tally;
    long forgotten =
        tally.of(Fault.REGISTER_CRASH)
            + tally.of(Fault.CRASH_IN_APPEND)
            + tally.of(Fault.REGISTER_OLD_COPY)
            + tally.of(Fault.EVERYTHING_CRASHES)
            + tally.of(Fault.STORE_OLD_COPY)
            + tally.of(Fault.STORE_WIPED)
            + tally.of(Fault.DATABASE_OLD_COPY)
            + tally.of(Fault.HQ_CLOCK_JUMP);
    long most = 2 + (world.now() - entry.writtenAt) / PATIENCE_MS + 2 * forgotten;
    if (entry.resent > most) {
      throw new Violation(
          entry + " was sent again " + entry.resent + " times, a resend storm: at most " + most);
    }
  }

  /**
   * How long it may take until everything is at HQ: a question and its answer for each part HQ may
   * ask for at a time, or its whole patience where a part is gone for good, and the time HQ takes
   * to look at what is on the way.
   */
  long restMaxMs() {
    long written = world.lives.stream().mapToLong(life -> life.written.size()).max().orElse(0);
    long parts = 1 + written / world.rules.askedAtATime();
    boolean partsGone = setBack() || world.tally.of(Fault.REGISTER_OLD_COPY) > 0;
    int onTheWay = world.store.up.waiting();
    for (RegisterNode register : world.registers) {
      onTheWay += register.waiting();
    }
    return 90_000
        + 2 * world.hq.lookAtMs(onTheWay)
        + parts * (partsGone ? PATIENCE_MS + 2_000 : 4_000);
  }

  /** Why the books are not complete yet; null when they are, as far as any copy was left. */
  @Nullable String unrest() {
    world.tally.lostWithDisks = 0;
    world.tally.standingGaps = 0;
    world.tally.conflicts = 0;
    for (Life life : world.lives) {
      String unrest = unrest(life, world.hq.books.of(life));
      if (unrest != null) {
        return unrest;
      }
    }
    return null;
  }

  private @Nullable String unrest(Life life, StreamRow row) {
    RegisterNode register = world.registers.get(life.register);
    boolean live = register.life() == life;
    List<SequenceRange> missing = row.missing(Integer.MAX_VALUE);
    long lost = 0;
    for (Entry entry : life.written) {
      if (row.held(entry.sequence()) == entry || row.inConflict.contains(entry)) {
        continue;
      }
      if (live && register.kept().contains(entry)) {
        if (!life.forked || row.held(entry.sequence()) == null || !conflictShown(row)) {
          return entry + " is on its register and not at HQ";
        }
        continue;
      }
      if (!life.forked && !excused(entry, live)) {
        return entry + " is lost";
      }
      lost++;
      if (!life.forked
          && entry.sequence() <= row.announced
          && !inOneOf(missing, entry.sequence())) {
        return entry + " is lost and HQ shows no gap";
      }
    }
    world.tally.lostWithDisks += lost;
    world.tally.standingGaps += missing.isEmpty() ? 0 : 1;
    world.tally.conflicts += row.inConflict.size();
    if (!life.forked && !row.inConflict.isEmpty()) {
      return life.stream + " has a conflict that nobody made";
    }
    return live && lost == 0 && !life.forked ? unrest(register, row, missing) : null;
  }

  private static @Nullable String unrest(
      RegisterNode register, StreamRow row, List<SequenceRange> missing) {
    long tail = register.kept().tail();
    if (row.progress.upTo() != tail) {
      return register.name()
          + " has written "
          + tail
          + ", HQ's watermark is "
          + row.progress.upTo();
    }
    if (!missing.isEmpty() || !row.request.ranges().isEmpty()) {
      return "HQ still asks " + register.name() + " for " + row.request.ranges();
    }
    return row.otherHead ? "HQ takes " + register.name() + " for two" : null;
  }

  /** Whether every copy that ever was fell to a fault, none to a rule. */
  private boolean excused(Entry entry, boolean live) {
    if (entry.posted) {
      return setBack() && (entry.letGo || !live);
    }
    if (live) {
      return false;
    }
    if (world.neighbours
        && world.neighbourOf(entry.life.register).copies.isOn(entry.neighbourDisk)) {
      return false;
    }
    return !entry.reachedStore || somethingDestroyedOnTheWay();
  }

  private boolean setBack() {
    return world.tally.of(Fault.DATABASE_OLD_COPY) > 0;
  }

  private boolean somethingDestroyedOnTheWay() {
    Tally tally = world.tally;
    return tally.of(Fault.LOST)
            + tally.of(Fault.STORE_WIPED)
            + tally.of(Fault.STORE_OLD_COPY)
            + tally.of(Fault.HQ_BROKER_WIPED)
        > 0;
  }

  private static boolean conflictShown(StreamRow row) {
    return !row.inConflict.isEmpty() || row.otherHead || row.progress.brokenAt() != null;
  }

  private static boolean inOneOf(List<SequenceRange> ranges, long sequence) {
    return ranges.stream().anyMatch(range -> range.contains(sequence));
  }
}
