package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking one stream.
 *
 * @param stream LANE/EPOCH, or {@link #UNKNOWN} for bytes that do not say where they belong
 * @param entries read, sound or not
 * @param first lowest sequence, 0 when none could be read
 * @param last highest sequence, 0 when none could be read
 * @param key of the first sealed entry, null when none has a seal
 * @param head hash of the last entry
 * @param firstBreak null when the chain holds
 */
public record StreamVerdict(
    String stream,
    long entries,
    long first,
    long last,
    @Nullable PublicKeyText key,
    EntryHash head,
    @Nullable ChainBreak firstBreak) {

  /** Name of the stream of bytes that name none. */
  public static final String UNKNOWN = "(no stream)";

  public boolean holds() {
    return firstBreak == null;
  }

  /** Whether entries before the first one read have left; what they were cannot be told here. */
  public boolean startsLate() {
    return first > 1;
  }
}
