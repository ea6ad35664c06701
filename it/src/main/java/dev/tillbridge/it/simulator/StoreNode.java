package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Watermark;
import java.util.List;

/** The store server: a durable queue up, the topic of watermarks down. */
final class StoreNode implements Node {

  private static final long EVERY = 500;
  private static final long ANSWER_MAX = 5_000;
  private static final int POLLS_BETWEEN_COMPARISONS = 20;

  /** A copy of its disk. */
  record Copy(List<Parcel> queue, Topic topic) {

    static final Copy EMPTY = new Copy(List.of(), new Topic());
  }

  private final World world;
  final Line line;
  final Outbox up;
  Topic topic = new Topic();
  private boolean running = true;
  private int process;
  private long cursor;
  private int pollsUntilComparison;
  private long askedAt = -ANSWER_MAX;

  StoreNode(World world, HqNode hq) {
    this.world = world;
    this.line = new Line(world, this, hq);
    this.up = new Outbox(line, hq::arrive);
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public String name() {
    return "store";
  }

  void arrive(Parcel parcel) {
    if (parcel instanceof Parcel.Carried(Entry entry)) {
      entry.reachedStore = true;
    }
    up.add(parcel);
  }

  void start() {
    running = true;
    cursor = 0;
    pollsUntilComparison = 0;
    askedAt = -ANSWER_MAX;
    line.reset();
    int started = ++process;
    world.in(world.random.nextInt(500), () -> loop(started));
  }

  void crash() {
    running = false;
    process++;
    up.crash();
    line.reset();
  }

  Copy copy() {
    return new Copy(up.content(), topic.copy());
  }

  void replace(Copy copy) {
    up.replace(copy.queue());
    topic = copy.topic().copy();
  }

  private void loop(int started) {
    if (started != process) {
      return;
    }
    up.pump();
    if (world.now() - askedAt >= ANSWER_MAX) {
      long asked = world.now();
      askedAt = asked;
      long after = compares() ? 0 : cursor;
      line.ask(() -> world.hq.topic.newerThan(after), theirs -> relay(theirs, after, asked));
    }
    world.in(EVERY, () -> loop(started));
  }

  private boolean compares() {
    return pollsUntilComparison == 0;
  }

  private void relay(List<Watermark> theirs, long after, long asked) {
    if (askedAt != asked) {
      return;
    }
    askedAt = -ANSWER_MAX;
    cursor = after;
    for (Watermark watermark : theirs) {
      topic.put(watermark);
      cursor = Math.max(cursor, watermark.version());
    }
    if (!world.rules.isOff(Rule.RELAY_COMPARES)) {
      pollsUntilComparison = compares() ? POLLS_BETWEEN_COMPARISONS : pollsUntilComparison - 1;
    } else {
      pollsUntilComparison = 1;
    }
  }
}
