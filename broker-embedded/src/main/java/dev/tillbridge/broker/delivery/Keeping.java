package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.broker.journal.KeptEntries;
import dev.tillbridge.broker.journal.KeptEntry;
import dev.tillbridge.model.delivery.KeepPolicy;
import dev.tillbridge.model.delivery.SequenceRange;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets entries go that HQ holds and that are old enough. For the delivery's thread. */
final class Keeping {

  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

  /** Entries looked at and let go at a time; the rest at the next look. */
  static final int LOOKED_AT_MAX = 10 * KeptEntries.LET_GO_MAX;

  private final ArtemisJournal journal;
  private final DeliverySettings settings;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private @Nullable KeptEntry lastOfBatch;

  Keeping(
      ArtemisJournal journal, DeliverySettings settings, Clock clock, BooleanSupplier stopping) {
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
    this.stopping = stopping;
  }

  /**
   * Lets go of what may go.
   *
   * @param confirmed watermark whose chain head equals the register's own
   * @return whether a checkpoint is due before more may go
   */
  boolean look(long confirmed) {
    if (confirmed == 0) {
      return false;
    }
    long tail = journal.recorded().sequence();
    long first = journal.kept().first().orElse(tail + 1);
    long aged = agedThrough(first, Math.min(confirmed, tail));
    KeepPolicy.Kept kept = new KeepPolicy.Kept(first, tail, aged, journal.newestCheckpoint());
    return switch (settings.policy().next(kept, confirmed)) {
      case KeepPolicy.Step.KeepAll all -> false;
      case KeepPolicy.Step.CheckpointFirst due -> true;
      case KeepPolicy.Step.LetGo(long through) -> {
        letGo(first, through, Math.min(confirmed, tail - 1));
        yield false;
      }
    };
  }

  private long agedThrough(long first, long highest) {
    if (settings.keptFor().isZero()) {
      return highest;
    }
    Instant limit = clock.instant().minus(settings.keptFor());
    if (!batchIsOlderThan(limit, first, highest)) {
      return 0;
    }
    long[] aged = {0};
    journal
        .kept()
        .read(
            new SequenceRange(first, Math.min(highest, first + LOOKED_AT_MAX - 1)),
            entry -> {
              boolean old = !entry.recordedAt().isAfter(limit);
              if (old) {
                aged[0] = entry.sequence();
              }
              return old;
            });
    return aged[0];
  }

  /** Asks for one entry, and remembers it, as long as the batch it ends is too young to go. */
  private boolean batchIsOlderThan(Instant limit, long first, long highest) {
    long last = first + settings.policy().batchMin() - 1;
    if (last > highest) {
      return false;
    }
    KeptEntry known = lastOfBatch;
    if (known == null || known.sequence() != last) {
      known = journal.kept().at(last).orElse(null);
      lastOfBatch = known;
    }
    return known != null && !known.recordedAt().isAfter(limit);
  }

  private void letGo(long first, long through, long allowed) {
    if (through > allowed) {
      throw new IllegalStateException(
          "Entries up to %d were to be let go and only those up to %d may; nothing was let go."
              .formatted(through, allowed));
    }
    long count = 0;
    int left;
    do {
      left = journal.kept().letGo(through);
      count += left;
    } while (left > 0 && count < LOOKED_AT_MAX && !stopping.getAsBoolean());
    LOG.info("{} entries from {} on have left this register; HQ holds them.", count, first);
  }
}
