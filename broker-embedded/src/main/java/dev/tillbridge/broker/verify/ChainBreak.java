package dev.tillbridge.broker.verify;

import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain does not hold.
 *
 * @param sequence of the entry at which it shows; of the one that should be there when it lacks
 * @param kind for programs
 * @param what is wrong, in a sentence
 * @param expected hash that would be right, null when nothing tells
 * @param found hash that is there instead, null when nothing is there
 */
public record ChainBreak(
    long sequence,
    Kind kind,
    String what,
    @Nullable EntryHash expected,
    @Nullable EntryHash found) {

  /** What can be wrong. */
  public enum Kind {
    /** Not an entry this program reads. */
    UNREADABLE,
    /** The seal was not made over these bytes. */
    NOT_GENUINE,
    /** Sealed with another key than the entries before it. */
    OTHER_KEY,
    /** Numbers lack. */
    GAP,
    /** A number comes again or too late. */
    OUT_OF_ORDER,
    /** Does not carry the hash of the entry before it. */
    BROKEN_CHAIN,
    /** What is written beside the entry is not what it says itself. */
    MISLABELLED,
    /** The hash written beside the entry is not the hash of its bytes. */
    WRONG_HASH
  }

  ChainBreak withExpected(EntryHash hash) {
    return new ChainBreak(sequence, kind, what, hash, found);
  }
}
