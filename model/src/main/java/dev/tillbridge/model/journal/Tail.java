package dev.tillbridge.model.journal;

/**
 * Where the journal ends.
 *
 * @param sequence of the last entry, 0 when there is none
 * @param head its hash, {@link EntryHash#NONE} when there is none
 */
public record Tail(long epoch, long sequence, EntryHash head) {

  public long nextSequence() {
    return sequence + 1;
  }
}
