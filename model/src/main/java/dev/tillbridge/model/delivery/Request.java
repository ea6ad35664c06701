package dev.tillbridge.model.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What HQ wants a register to send again.
 *
 * @param number counts HQ's requests of this stream; a register answers no number twice in a row
 * @param ranges empty when HQ lacks nothing
 * @param at when HQ asked, or when a part of the answer last came
 */
public record Request(long number, List<SequenceRange> ranges, Instant at) {

  /** Nothing was ever asked. */
  public static final Request NONE = new Request(0, List.of(), Instant.EPOCH);

  public Request {
    ranges = List.copyOf(ranges);
    Objects.requireNonNull(at, "at is missing");
  }
}
