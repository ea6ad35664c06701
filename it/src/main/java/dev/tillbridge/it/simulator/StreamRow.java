package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.delivery.Missing;
import dev.tillbridge.model.delivery.Progress;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What HQ's database holds of one stream. */
final class StreamRow {

  final Life life;
  final List<Entry> inConflict = new ArrayList<>();
  private @Nullable Entry[] held = new @Nullable Entry[32];
  private int top;
  private int checked;
  Progress progress = Progress.NONE;
  long announced;
  @Nullable Instant lackingSince;
  Request request = Request.NONE;
  boolean otherHead;

  StreamRow(Life life) {
    this.life = life;
  }

  StreamRow copy() {
    StreamRow copy = new StreamRow(life);
    copy.inConflict.addAll(inConflict);
    copy.held = Arrays.copyOf(held, held.length);
    copy.top = top;
    copy.progress = progress;
    copy.announced = announced;
    copy.lackingSince = lackingSince;
    copy.request = request;
    copy.otherHead = otherHead;
    return copy;
  }

  @Nullable Entry held(long sequence) {
    return sequence <= top ? held[(int) sequence] : null;
  }

  @Nullable EntryHash heldHash(long sequence) {
    Entry entry = held(sequence);
    return entry == null ? null : entry.link.hash();
  }

  void post(Entry entry) {
    int sequence = (int) entry.sequence();
    if (held(sequence) != null) {
      throw new Violation(entry + " was posted twice");
    }
    while (sequence >= held.length) {
      held = Arrays.copyOf(held, held.length * 2);
    }
    held[sequence] = entry;
    top = Math.max(top, sequence);
    entry.posted = true;
  }

  void goOn() {
    if (progress.upTo() < top) {
      List<Link> links = new ArrayList<>();
      for (long sequence = progress.upTo() + 1; sequence <= top; sequence++) {
        Entry entry = held(sequence);
        if (entry != null) {
          links.add(entry.link);
        }
      }
      progress = progress.over(links);
    }
  }

  List<SequenceRange> missing(int rangesMax) {
    if (progress.upTo() >= Math.max(top, announced)) {
      return List.of();
    }
    List<Long> above = new ArrayList<>();
    for (long sequence = progress.upTo() + 1; sequence <= top; sequence++) {
      if (held(sequence) != null) {
        above.add(sequence);
      }
    }
    return Missing.between(progress.upTo(), above, announced, rangesMax);
  }

  /** The watermark must be true, whatever rule has reckoned it. */
  void checkWatermark() {
    EntryHash head = checked == 0 ? EntryHash.NONE : heldHash(checked);
    for (long sequence = checked + 1L; sequence <= progress.upTo(); sequence++) {
      Entry entry = held(sequence);
      if (entry == null) {
        throw new Violation(
            "the watermark of "
                + life.stream
                + " is "
                + progress.upTo()
                + ", but HQ lacks "
                + sequence);
      }
      if (!entry.link.previous().equals(head)) {
        throw new Violation(
            "the watermark of " + life.stream + " passed " + entry + ", which breaks the chain");
      }
      head = entry.link.hash();
    }
    if (progress.upTo() > 0 && !progress.head().equals(heldHash(progress.upTo()))) {
      throw new Violation("the watermark of " + life.stream + " names a head HQ does not hold");
    }
    checked = (int) progress.upTo();
  }
}
