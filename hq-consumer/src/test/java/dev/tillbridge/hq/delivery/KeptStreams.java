package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.SetClock;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** A keeper of delivery over a real database, a topic in memory and a clock that is set. */
abstract class KeptStreams {

  final TestBooks books = new TestBooks();
  final SetClock clock = new SetClock();
  final Map<StreamId, Watermark> topic = new HashMap<>();
  final List<Watermark> published = new ArrayList<>();
  boolean topicAway;
  boolean busy;
  final DeliveryKeeper keeper = keeper();
  final LaneTape tape = new LaneTape("S01-R01");
  final Baskets baskets = new Baskets(6, 2);

  @AfterEach
  void close() {
    books.close();
  }

  DeliveryKeeper keeper() {
    return new DeliveryKeeper(
        books.books(),
        watermarks -> {
          if (topicAway) {
            throw new IllegalStateException("no broker");
          }
          published.addAll(watermarks);
          watermarks.forEach(watermark -> topic.put(watermark.stream(), watermark));
        },
        () -> busy,
        clock);
  }

  void post(List<byte[]> messages) {
    books.ingest().post(messages);
  }

  void look() {
    keeper.look();
  }

  Watermark told() {
    return told(tape);
  }

  Watermark told(LaneTape of) {
    return Objects.requireNonNull(topic.get(of.stream()), "nothing was published of it");
  }

  String standing() {
    return books.value(
        "select string_agg(kind, ' ' order by kind) from stream_alarm where cleared_at is null");
  }
}
