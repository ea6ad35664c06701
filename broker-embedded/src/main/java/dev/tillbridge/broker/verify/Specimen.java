package dev.tillbridge.broker.verify;

import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * Sealed bytes to check, and what is written beside them where they lie.
 *
 * @param place where they lie, in words: {@code line 17}
 * @param label what they are said to be, null when nothing is said
 * @param hash they are said to have, null when nothing is said
 */
public record Specimen(
    byte[] sealed, String place, @Nullable Label label, @Nullable EntryHash hash) {

  /** An entry's id as written beside it. */
  public record Label(StreamId stream, long sequence) {

    @Override
    public String toString() {
      return stream + "/" + sequence;
    }
  }

  /** Bytes with nothing beside them. */
  public static Specimen bare(byte[] sealed, String place) {
    return new Specimen(sealed, place, null, null);
  }
}
