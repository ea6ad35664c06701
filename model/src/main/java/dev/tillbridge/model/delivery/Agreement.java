package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** How HQ's word fits what this register has written. */
public sealed interface Agreement {

  /**
   * HQ holds what was written here.
   *
   * @param through last entry it holds, 0 when it holds none
   */
  record Confirmed(long through) implements Agreement {}

  /** HQ speaks of an entry that has left this register: there is nothing to compare it with. */
  record LongGone(long upTo, long firstKept) implements Agreement {}

  /** HQ holds more than was ever written here: this data directory is an old copy. */
  record OldCopy(long upTo, long tail) implements Agreement {}

  /** HQ holds another entry under a number used here: two lives ran under one identity. */
  record OtherChain(long sequence, EntryHash here, EntryHash atHq) implements Agreement {}

  /** Last entry that HQ is known to hold as it was written here, 0 when none is. */
  default long confirmed() {
    return this instanceof Confirmed confirmed ? confirmed.through() : 0;
  }

  /**
   * Compares.
   *
   * @param hq HQ's word on this stream, null when none has come
   * @param firstKept lowest sequence still kept
   * @param tail last sequence written
   * @param hashOf hash of a kept entry by its sequence
   */
  static Agreement of(
      @Nullable Watermark hq, long firstKept, long tail, LongFunction<EntryHash> hashOf) {
    if (hq == null || hq.upTo() == 0) {
      return new Confirmed(0);
    }
    if (hq.upTo() > tail) {
      return new OldCopy(hq.upTo(), tail);
    }
    if (hq.upTo() < firstKept) {
      return new LongGone(hq.upTo(), firstKept);
    }
    EntryHash here = hashOf.apply(hq.upTo());
    return here.equals(hq.head())
        ? new Confirmed(hq.upTo())
        : new OtherChain(hq.upTo(), here, hq.head());
  }
}
