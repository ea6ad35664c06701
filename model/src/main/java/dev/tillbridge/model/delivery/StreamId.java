package dev.tillbridge.model.delivery;

import dev.tillbridge.model.identity.LaneId;
import java.util.Comparator;
import java.util.Objects;

/** One life of one register's journal, written {@code S01-R07/20261122081500}. */
public record StreamId(LaneId lane, long epoch) implements Comparable<StreamId> {

  private static final Comparator<StreamId> ORDER =
      Comparator.comparing(StreamId::lane).thenComparing(StreamId::epoch);

  public StreamId {
    Objects.requireNonNull(lane, "lane is missing");
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not {@code LANE/EPOCH}
   */
  public static StreamId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "A stream is written LANE/EPOCH, for example S01-R07/20261122081500; got \""
              + text
              + "\".");
    }
    return new StreamId(
        LaneId.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  @Override
  public int compareTo(StreamId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return lane + "/" + epoch;
  }
}
