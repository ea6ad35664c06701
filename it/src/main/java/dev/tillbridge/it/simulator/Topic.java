package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A durable topic that holds the last value of each stream. */
final class Topic {

  private final Map<StreamId, Watermark> last = new HashMap<>();

  /** Replaces the stream's watermark by one of another version. */
  void put(Watermark watermark) {
    Watermark old = last.get(watermark.stream());
    if (old == null || old.version() != watermark.version()) {
      last.put(watermark.stream(), watermark);
    }
  }

  @Nullable Watermark of(StreamId stream) {
    return last.get(stream);
  }

  List<Watermark> newerThan(long version) {
    return last.values().stream()
        .filter(watermark -> watermark.version() > version)
        .sorted(Comparator.comparingLong(Watermark::version))
        .toList();
  }

  Topic copy() {
    Topic copy = new Topic();
    copy.last.putAll(last);
    return copy;
  }
}
