package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a watermark is worth after comparing its head with the register's own hash at that place.
 *
 * @param upTo entries up to here are confirmed, 0 when nothing is
 * @param problem why not more, in a sentence with the next step; null when nothing is wrong
 */
record Confirmation(long upTo, @Nullable String problem) {

  private static final int HASH_SHOWN = 12;

  static Confirmation of(Watermark mark, ArtemisJournal journal) {
    Confirmation checked = mark.upTo() == 0 ? nothing(null) : compare(mark, journal);
    return checked.problem == null && mark.closed()
        ? new Confirmation(checked.upTo, closed(mark))
        : checked;
  }

  private static Confirmation compare(Watermark mark, ArtemisJournal journal) {
    Optional<EntryHash> own = journal.hashAt(mark.upTo());
    if (own.isEmpty()) {
      // An append under way may be at HQ before its writer knows: the tail is asked after the hash.
      long recorded = journal.recorded().sequence();
      return mark.upTo() > recorded && journal.hashAt(mark.upTo()).isEmpty()
          ? nothing(ahead(mark, recorded))
          : nothing(null);
    }
    return own.get().equals(mark.head())
        ? new Confirmation(mark.upTo(), null)
        : nothing(other(mark, own.get()));
  }

  private static Confirmation nothing(@Nullable String problem) {
    return new Confirmation(0, problem);
  }

  private static String other(Watermark mark, EntryHash own) {
    return "HQ holds another entry %d of %s than this register: %s there, %s here. Nothing leaves this register. Call support, and compare both with ./tillbridge verify."
        .formatted(mark.upTo(), mark.stream(), shown(mark.head()), shown(own));
  }

  private static String ahead(Watermark mark, long recorded) {
    return "HQ holds entries of %s up to %d and this register's journal ends at %d: its data.dir is an older copy. Stop selling here; start with an empty data.dir, which begins a new epoch, and keep this one for recovery."
        .formatted(mark.stream(), mark.upTo(), recorded);
  }

  private static String closed(Watermark mark) {
    return "HQ has closed %s: what is sold here is shown to HQ as an exception. Start this register with an empty data.dir, which begins a new epoch."
        .formatted(mark.stream());
  }

  private static String shown(EntryHash hash) {
    return hash.hex().substring(0, HASH_SHOWN);
  }
}
