package dev.tillbridge.hq.delivery;

import dev.tillbridge.model.delivery.StreamId;

/** Something that is wrong with a stream now. */
record Alarm(StreamId stream, AlarmKind kind, String detail) {

  Key key() {
    return new Key(stream, kind);
  }

  /** At most one stands for each. */
  record Key(StreamId stream, AlarmKind kind) {}
}
