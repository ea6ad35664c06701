package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.Resend;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers HQ's requests from what is kept. For the delivery's thread; others may read the count.
 */
final class Resending {

  private static final Logger LOG = LoggerFactory.getLogger(Resending.class);

  /** Entries sent for one request; HQ asks again for what it still lacks. */
  static final int ENTRIES_MAX = 10_000;

  /**
   * Entries and bytes sent in one transaction: the lane's next write may have to wait behind it.
   */
  static final int COMMIT_MAX = 50;

  static final int COMMIT_BYTES_MAX = 256 * 1024;

  private final BrokerAccess access;
  private final ArtemisJournal journal;
  private final StreamId stream;
  private final BooleanSupplier stopping;
  private final AtomicLong resent = new AtomicLong();
  private long answered;
  private volatile @Nullable String problem;

  Resending(
      BrokerAccess access, ArtemisJournal journal, StreamId stream, BooleanSupplier stopping) {
    this.access = access;
    this.journal = journal;
    this.stream = stream;
    this.stopping = stopping;
  }

  /** Sends what is asked for and kept. A request broken off is answered again from its start. */
  void answer(Request request) {
    if (request.number() == answered) {
      if (request.ranges().isEmpty()) {
        problem = null;
      }
      return;
    }
    OptionalLong kept = journal.kept().first();
    if (kept.isEmpty() && journal.kept().count() > 0) {
      throw new IllegalStateException(
          "The reader saw none of the " + journal.kept().count() + " entries kept.");
    }
    long first = kept.orElse(journal.recorded().nextSequence());
    problem = gone(request, first);
    List<SequenceRange> ranges =
        Resend.answer(request, answered, first, journal.recorded().sequence());
    long left = ENTRIES_MAX;
    for (SequenceRange range : ranges) {
      if (left > 0 && !stopping.getAsBoolean()) {
        left -=
            send(new SequenceRange(range.from(), Math.min(range.to(), range.from() + left - 1)));
      }
    }
    if (stopping.getAsBoolean()) {
      return;
    }
    answered = request.number();
    if (!ranges.isEmpty()) {
      LOG.info(
          "HQ's request {} for entries {} of {} is answered with {} of them.",
          request.number(),
          words(ranges),
          stream,
          ENTRIES_MAX - left);
    }
  }

  private long send(SequenceRange range) {
    long before = resent.get();
    try (OwnWay way = OwnWay.open(access, stream)) {
      Part part = new Part();
      journal
          .kept()
          .read(
              range,
              entry -> {
                way.again(entry.sequence(), entry.bytes());
                part.entries++;
                part.bytes += entry.bytes().length;
                if (part.isFull()) {
                  commit(way, part);
                }
                return !stopping.getAsBoolean();
              });
      commit(way, part);
    }
    return resent.get() - before;
  }

  private void commit(OwnWay way, Part part) {
    way.commit();
    resent.addAndGet(part.entries);
    part.entries = 0;
    part.bytes = 0;
  }

  /** What the transaction under way holds. */
  private static final class Part {

    int entries;
    long bytes;

    boolean isFull() {
      return entries >= COMMIT_MAX || bytes >= COMMIT_BYTES_MAX;
    }
  }

  private @Nullable String gone(Request request, long first) {
    List<SequenceRange> left =
        request.ranges().stream().filter(range -> range.from() < first).toList();
    return left.isEmpty()
        ? null
        : "HQ asks for entries within %d to %d, and those before %d left this register when HQ held them. Ask HQ to restore them from its own backup; selling goes on."
            .formatted(left.getFirst().from(), left.getLast().to(), first);
  }

  private static String words(List<SequenceRange> ranges) {
    return String.join(", ", ranges.stream().limit(5).map(SequenceRange::toString).toList())
        + (ranges.size() > 5 ? " and " + (ranges.size() - 5) + " more ranges" : "");
  }

  /** Entries sent again since the start. */
  long resent() {
    return resent.get();
  }

  /** What cannot be answered, null when everything can. */
  @Nullable String problem() {
    return problem;
  }
}
