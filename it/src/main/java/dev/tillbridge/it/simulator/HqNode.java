package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Verdict;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HQ: a broker's queue, a database with transactions, and the topic of watermarks. */
final class HqNode implements Node {

  private static final long CONSUME_EVERY = 250;
  private static final long PUBLISH_EVERY = 500;

  private record Said(long upTo, EntryHash head, Request request) {}

  private final World world;
  private final int batchMax;
  private final int rangesMax;
  private final Map<StreamId, Said> said = new HashMap<>();
  private List<Parcel> queue = new ArrayList<>();
  private boolean running = true;
  private int process;
  Books books = new Books();
  Topic topic = new Topic();
  boolean databaseAway;
  boolean crashAfterCommit;
  boolean crashBeforePublish;
  Duration clockOffset = Duration.ZERO;

  HqNode(World world, int batchMax, int rangesMax) {
    this.world = world;
    this.batchMax = batchMax;
    this.rangesMax = rangesMax;
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public String name() {
    return "HQ";
  }

  boolean isIdle() {
    return queue.isEmpty();
  }

  /** How long it takes to look at what waits and at so much more. */
  long lookAtMs(int more) {
    return CONSUME_EVERY * (1 + (queue.size() + more) / batchMax);
  }

  void arrive(Parcel parcel) {
    queue.add(parcel);
  }

  void start() {
    running = true;
    int started = ++process;
    world.in(world.random.nextInt(250), () -> consumeLoop(started));
    world.in(world.random.nextInt(500), () -> publishLoop(started));
  }

  void crash() {
    running = false;
    process++;
    said.clear();
    queue.removeIf(parcel -> parcel instanceof Parcel.Told);
    crashAfterCommit = false;
    crashBeforePublish = false;
  }

  void wipeBroker() {
    queue = new ArrayList<>();
    topic = new Topic();
  }

  private void consumeLoop(int started) {
    if (started == process) {
      consume();
      world.in(CONSUME_EVERY, () -> consumeLoop(started));
    }
  }

  private void publishLoop(int started) {
    if (started == process) {
      publish();
      world.in(PUBLISH_EVERY, () -> publishLoop(started));
    }
  }

  private void consume() {
    if (databaseAway || queue.isEmpty()) {
      return;
    }
    List<Parcel> batch = queue.subList(0, Math.min(batchMax, queue.size()));
    for (Parcel parcel : batch) {
      switch (parcel) {
        case Parcel.Carried(Entry entry) -> post(entry);
        case Parcel.Told(Heartbeat heartbeat) -> hear(heartbeat);
      }
    }
    books.streams.forEach(StreamRow::goOn);
    if (crashAfterCommit) {
      world.tally.count(Fault.HQ_CRASH_AFTER_COMMIT);
      world.crashHq();
      return;
    }
    batch.clear();
  }

  private void post(Entry entry) {
    StreamRow row = books.of(entry.life);
    row.announced = Math.max(row.announced, entry.sequence());
    switch (world.rules.verdict(row.heldHash(entry.sequence()), entry.link.hash())) {
      case NEW -> row.post(entry);
      case DUPLICATE -> world.tally.duplicates++;
      case CONFLICT -> {
        if (!row.inConflict.contains(entry)) {
          row.inConflict.add(entry);
        }
      }
    }
  }

  private void hear(Heartbeat heartbeat) {
    StreamRow row = books.of(world.life(heartbeat.stream()));
    row.announced = Math.max(row.announced, heartbeat.sequence());
    EntryHash held = row.heldHash(heartbeat.sequence());
    if (held != null && Verdict.of(held, heartbeat.head()) == Verdict.CONFLICT) {
      row.otherHead = true;
    }
  }

  private void publish() {
    if (databaseAway) {
      return;
    }
    for (StreamRow row : books.streams) {
      ask(row);
      Said now = new Said(row.progress.upTo(), row.progress.head(), row.request);
      if (now.equals(said.get(row.life.stream))) {
        continue;
      }
      books.version++;
      if (crashBeforePublish) {
        world.tally.count(Fault.HQ_CRASH_BEFORE_PUBLISH);
        world.crashHq();
        return;
      }
      row.checkWatermark();
      topic.put(watermark(row));
      said.put(row.life.stream, now);
      world.trace(() ->
          "  HQ says " + row.life.stream + " up to " + now.upTo() + ", " + asked(now.request()));
    }
  }

  private void ask(StreamRow row) {
    List<SequenceRange> missing = row.missing(rangesMax);
    if (missing.isEmpty()) {
      row.lackingSince = null;
    } else if (row.lackingSince == null) {
      row.lackingSince = clock();
    }
    @Nullable Instant since = row.lackingSince;
    Request next =
        world.rules.request(
            row.request, missing, since == null ? clock() : since, clock(), !isIdle());
    if (next.number() != row.request.number()) {
      world.tally.requests++;
    }
    row.request = next;
  }

  private static String asked(Request request) {
    return request.ranges().isEmpty()
        ? "asks for nothing"
        : "asks (" + request.number() + ") for " + request.ranges();
  }

  private Watermark watermark(StreamRow row) {
    return new Watermark(
        row.life.stream,
        books.version,
        row.progress.upTo(),
        row.progress.head(),
        row.request,
        0,
        0,
        false,
        clock());
  }

  private Instant clock() {
    return world.clock().plus(clockOffset);
  }
}
