package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * How far HQ holds a stream without a gap and with an unbroken chain.
 *
 * @param upTo last such sequence, 0 when there is none
 * @param head hash of that entry, {@link EntryHash#NONE} when there is none
 * @param brokenAt sequence of an entry that is held but does not carry {@code head} as its
 *     predecessor; null while the chain is whole. Progress ends there until a human has looked.
 */
public record Progress(long upTo, EntryHash head, @Nullable Long brokenAt) {

  public static final Progress NONE = new Progress(0, EntryHash.NONE, null);

  /**
   * Goes on over what is held.
   *
   * @param held entries in ascending sequence; those up to {@code upTo} are passed over
   */
  public Progress over(Iterable<Link> held) {
    long reached = upTo;
    EntryHash end = head;
    for (Link link : held) {
      if (link.sequence() <= reached) {
        continue;
      }
      if (link.sequence() != reached + 1) {
        break;
      }
      if (!link.previous().equals(end)) {
        return new Progress(reached, end, link.sequence());
      }
      reached = link.sequence();
      end = link.hash();
    }
    return new Progress(reached, end, null);
  }
}
