package dev.tillbridge.model.identity;

import java.util.Objects;

/**
 * The name of one journal entry: lane, epoch and sequence, written {@code
 * S01-R07/20261122081500/42}.
 *
 * @param epoch one life of the register's data directory: the UTC second it was created, as {@code
 *     yyyyMMddHHmmss}
 * @param sequence 1 for the first entry of the epoch, without gaps from there
 */
public record EntryId(LaneId lane, long epoch, long sequence) {

  public EntryId {
    Objects.requireNonNull(lane, "lane is missing");
    if (epoch < 1) {
      throw new IllegalArgumentException("An epoch is positive; got " + epoch + ".");
    }
    if (sequence < 1) {
      throw new IllegalArgumentException("A sequence starts at 1; got " + sequence + ".");
    }
  }

  @Override
  public String toString() {
    return lane + "/" + epoch + "/" + sequence;
  }
}
