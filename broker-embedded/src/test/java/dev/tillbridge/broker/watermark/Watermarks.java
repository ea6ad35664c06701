package dev.tillbridge.broker.watermark;

import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;

/** Watermarks for tests. */
public final class Watermarks {

  private static final Instant AT = Instant.parse("2026-11-22T09:15:30Z");

  private Watermarks() {}

  /** HQ holds everything up to there and asks for nothing. */
  public static Watermark holding(StreamId stream, long version, long upTo, EntryHash head) {
    return asking(stream, version, upTo, head, Request.NONE);
  }

  /** HQ holds everything up to there and asks for more. */
  public static Watermark asking(
      StreamId stream, long version, long upTo, EntryHash head, Request request) {
    return new Watermark(stream, version, upTo, head, request, 0, 0, false, AT);
  }
}
