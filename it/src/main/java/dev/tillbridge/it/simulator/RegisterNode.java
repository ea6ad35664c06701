package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.HeartbeatPolicy;
import dev.tillbridge.model.delivery.KeepPolicy;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A register: its journal on disk, and the loop that sees to delivery. */
final class RegisterNode implements Node {

  private static final long EVERY = 500;
  private static final long ANSWER_MAX = 5_000;
  private static final RegisterHealth HEALTH =
      new RegisterHealth(
          0, 0, new DiskStatus(DiskStatus.Level.AMPLE, 0, 0), null, null, null, 0, "simulated");

  /** A copy of its disk. */
  record Copy(Life life, List<Entry> keep, List<Parcel> forward, List<Parcel> toNeighbour) {}

  private final World world;
  private final int number;
  final Line line;
  private final KeepPolicy keepPolicy;
  private final long retention;
  final Copies copies;
  private @Nullable Line neighbourLine;
  private @Nullable Copies neighbour;
  private Outbox forward;
  private @Nullable Outbox toNeighbour;
  private Kept keep = new Kept(List.of());
  private Life life;
  private boolean running = true;
  private int process;
  private long answered;
  private HeartbeatPolicy.@Nullable Told told;
  private @Nullable Watermark hq;
  private long askedAt = -ANSWER_MAX;
  Duration clockOffset = Duration.ZERO;

  RegisterNode(World world, int number, KeepPolicy keepPolicy, long retention) {
    this.world = world;
    this.number = number;
    this.keepPolicy = keepPolicy;
    this.retention = retention;
    this.line = new Line(world, this, world.store);
    this.forward = new Outbox(line, world.store::arrive);
    this.life = world.newLife(number);
    this.copies = new Copies(world);
  }

  void nameNeighbour(RegisterNode other) {
    Line way = new Line(world, this, other);
    neighbourLine = way;
    neighbour = other.copies;
    toNeighbour = new Outbox(way, other.copies::arrive);
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public String name() {
    return life.stream.toString();
  }

  Life life() {
    return life;
  }

  Kept kept() {
    return keep;
  }

  @Nullable Line neighbourLine() {
    return neighbourLine;
  }

  int waiting() {
    return forward.waiting() + (toNeighbour == null ? 0 : toNeighbour.waiting());
  }

  /** Appends an entry and gives the receipt. */
  void sell() {
    if (running) {
      append(false).receipt = true;
    }
  }

  /** The process dies while it appends: the entry is on disk or not, the receipt is not printed. */
  void crashInAppend() {
    if (!running) {
      return;
    }
    if (world.random.nextBoolean()) {
      append(false);
    } else if (world.rules.isOff(Rule.DURABLE_BEFORE_RECEIPT)) {
      Entry lost = next(false);
      lost.receipt = true;
      life.written.add(lost);
    }
    world.crash(this);
  }

  private Entry next(boolean checkpoint) {
    return Entry.after(
        keep.tail(), keep.head(), life, world.now(), world.random.nextLong(), checkpoint);
  }

  private Entry append(boolean checkpoint) {
    Entry entry = next(checkpoint);
    world.tally.entries++;
    world.trace(() -> "  writes " + entry);
    life.written.add(entry);
    keep.add(entry);
    forward.add(new Parcel.Carried(entry));
    if (toNeighbour != null) {
      toNeighbour.add(new Parcel.Carried(entry));
    }
    return entry;
  }

  void start() {
    running = true;
    answered = 0;
    told = null;
    hq = null;
    askedAt = -ANSWER_MAX;
    resetLines();
    int started = ++process;
    world.in(world.random.nextInt(500), () -> loop(started));
  }

  void crash() {
    running = false;
    process++;
    forward.crash();
    if (toNeighbour != null) {
      toNeighbour.crash();
    }
    resetLines();
  }

  private void resetLines() {
    line.reset();
    if (neighbourLine != null) {
      neighbourLine.reset();
    }
  }

  /** The disk is replaced by an empty one. */
  void loseDisk() {
    life.dead = true;
    life = world.newLife(number);
    keep = new Kept(List.of());
    forward.replace(List.of());
    if (toNeighbour != null) {
      toNeighbour.replace(List.of());
    }
    copies.clear();
  }

  Copy copy() {
    return new Copy(
        life,
        keep.copy(),
        forward.content(),
        toNeighbour == null ? List.of() : toNeighbour.content());
  }

  /** The disk is set back, against the guard that forbids it. */
  void replace(Copy copy) {
    life = copy.life();
    life.forked = true;
    keep = new Kept(copy.keep());
    forward.replace(copy.forward());
    if (toNeighbour != null) {
      toNeighbour.replace(copy.toNeighbour());
    }
  }

  /** Sends the copies kept for another register's life on the own way. */
  void recover(Life lost, int entriesMax) {
    if (running) {
      copies.recover(lost, forward, entriesMax);
    }
  }

  private void loop(int started) {
    if (started != process) {
      return;
    }
    forward.pump();
    if (toNeighbour != null) {
      toNeighbour.pump();
    }
    readWatermark();
    resend();
    letGo();
    heartbeat();
    world.in(EVERY, () -> loop(started));
  }

  private void readWatermark() {
    if (world.now() - askedAt < ANSWER_MAX) {
      return;
    }
    long asked = world.now();
    askedAt = asked;
    line.ask(
        () -> world.store.topic.copy(),
        topic -> {
          if (askedAt == asked) {
            askedAt = -ANSWER_MAX;
            hq = topic.of(life.stream);
            copies.drop(topic);
          }
        });
  }

  private void resend() {
    if (hq == null) {
      return;
    }
    Request request = hq.request();
    List<SequenceRange> again = world.rules.answer(request, answered, keep.first(), keep.tail());
    answered = request.number();
    for (SequenceRange range : again) {
      world.trace(() -> "  " + life.stream + " sends again " + range);
      for (long sequence = range.from(); sequence <= range.to(); sequence++) {
        Entry entry = keep.at(sequence);
        entry.resent++;
        world.tally.resent++;
        world.checks.resent(entry);
        forward.add(new Parcel.Carried(entry));
      }
    }
  }

  private void heartbeat() {
    long tail = keep.tail();
    if (world.rules.heartbeatDue(line.open(), forward.waiting(), told, tail, clock())) {
      told = new HeartbeatPolicy.Told(tail, clock());
      forward.add(new Parcel.Told(new Heartbeat(life.stream, tail, keep.head(), clock(), HEALTH)));
      world.tally.heartbeats++;
    }
  }

  private void letGo() {
    long confirmed = world.rules.confirmed(hq, keep.first(), keep.tail(), keep::hashOf);
    if (confirmed == 0) {
      return;
    }
    KeepPolicy.Kept state = keep.state(world.now() - retention);
    switch (keepPolicy.next(state, confirmed)) {
      case KeepPolicy.Step.KeepAll() -> {}
      case KeepPolicy.Step.CheckpointFirst() -> append(true).receipt = true;
      case KeepPolicy.Step.LetGo(long through) -> letGo(through, state.checkpoint());
    }
  }

  private void letGo(long through, long checkpoint) {
    if (checkpoint <= through) {
      throw new Violation(
          life.stream + " let go of " + through + " without a checkpoint behind it");
    }
    world.trace(() -> "  " + life.stream + " lets go of everything up to " + through);
    keep.letGo(through).forEach(world.checks::letGo);
  }

  private Instant clock() {
    return world.clock().plus(clockOffset);
  }
}
