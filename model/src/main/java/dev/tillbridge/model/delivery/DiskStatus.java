package dev.tillbridge.model.delivery;

/**
 * How full a disk is.
 *
 * @param freeBytes left for this program
 * @param reserveBytes below this the journal stores nothing more
 */
public record DiskStatus(Level level, long freeBytes, long reserveBytes) {

  /** What may still be done. */
  public enum Level {
    /** Everything. */
    AMPLE,
    /** Everything, but somebody should make room: a warning on screen and at HQ. */
    LOW,
    /** The open ticket may be finished; no new one is begun. */
    FULL
  }
}
