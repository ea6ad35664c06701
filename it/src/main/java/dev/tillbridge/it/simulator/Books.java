package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HQ's database. */
final class Books {

  private final Map<StreamId, StreamRow> byStream = new HashMap<>();

  /** In the order they were first heard of: a hash has no order that a seed could repeat. */
  final List<StreamRow> streams = new ArrayList<>();

  long version;

  Books copy() {
    Books copy = new Books();
    copy.version = version;
    streams.forEach(row -> copy.add(row.copy()));
    return copy;
  }

  StreamRow of(Life life) {
    StreamRow row = byStream.get(life.stream);
    return row == null ? add(new StreamRow(life)) : row;
  }

  @Nullable StreamRow find(Life life) {
    return byStream.get(life.stream);
  }

  private StreamRow add(StreamRow row) {
    byStream.put(row.life.stream, row);
    streams.add(row);
    return row;
  }
}
