package dev.tillbridge.register.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what HQ told over a restart. */
public interface SharedFile {

  /**
   * What was kept.
   *
   * @param cursor highest version read so far, 0 when nothing was
   * @param asOf when it was last known to be all there is, null when it never was
   */
  record Kept(List<Versioned> records, long cursor, @Nullable Instant asOf) {

    public static final Kept NOTHING = new Kept(List.of(), 0, null);
  }

  /** Keeps nothing. */
  SharedFile NONE =
      new SharedFile() {
        @Override
        public Kept load() {
          return Kept.NOTHING;
        }

        @Override
        public void save(
            Collection<Versioned> changed, Collection<String> gone, long cursor, Instant asOf) {}
      };

  /** What was saved last; nothing when there is none or it is damaged. */
  Kept load();

  /** Saves all of it or nothing. A failure is told in the log: it is read again after a restart. */
  void save(Collection<Versioned> changed, Collection<String> gone, long cursor, Instant asOf);
}
