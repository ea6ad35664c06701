package dev.tillbridge.broker.disk;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.delivery.DiskStatus;

/**
 * Free space at which something changes, each less than the one before.
 *
 * @param warnBytes below it somebody should make room
 * @param stopBytes below it no new ticket is begun
 * @param reserveBytes below it the broker stores nothing more
 */
public record DiskLimits(long warnBytes, long stopBytes, long reserveBytes) {

  private static final long MIB = 1024L * 1024;
  private static final int LIMIT_MIB_MAX = 10_000_000;

  public static final DiskLimits STANDARD = ofMib(2_048, 512, 200);

  public DiskLimits {
    if (reserveBytes < 0 || reserveBytes >= stopBytes || stopBytes >= warnBytes) {
      throw new IllegalArgumentException(
          "Space for the warning, the stop and the reserve must fall; got %d, %d and %d bytes."
              .formatted(warnBytes, stopBytes, reserveBytes));
    }
  }

  /** In units of 1,048,576 bytes. */
  public static DiskLimits ofMib(long warn, long stop, long reserve) {
    return new DiskLimits(warn * MIB, stop * MIB, reserve * MIB);
  }

  /**
   * Keys: disk.warn.mib, disk.stop.mib, disk.reserve.mib.
   *
   * @throws InvalidSetting when they do not fall in this order
   */
  public static DiskLimits read(Settings settings) {
    int warn = settings.integer("disk.warn.mib", mib(STANDARD.warnBytes), 2, LIMIT_MIB_MAX);
    int stop = settings.integer("disk.stop.mib", mib(STANDARD.stopBytes), 1, LIMIT_MIB_MAX);
    int reserve =
        settings.integer("disk.reserve.mib", mib(STANDARD.reserveBytes), 0, LIMIT_MIB_MAX);
    if (reserve >= stop || stop >= warn) {
      throw settings.wrong(
          "disk.warn.mib, disk.stop.mib, disk.reserve.mib",
          warn + ", " + stop + ", " + reserve,
          "each less than the one before: a warning comes before new tickets stop, and those stop"
              + " while there is still room to finish what was begun");
    }
    return ofMib(warn, stop, reserve);
  }

  private static int mib(long bytes) {
    return Math.toIntExact(bytes / MIB);
  }

  /** What this much free space means. */
  public DiskStatus at(long freeBytes) {
    return new DiskStatus(level(freeBytes), freeBytes, reserveBytes);
  }

  private DiskStatus.Level level(long freeBytes) {
    if (freeBytes <= stopBytes) {
      return DiskStatus.Level.FULL;
    }
    return freeBytes <= warnBytes ? DiskStatus.Level.LOW : DiskStatus.Level.AMPLE;
  }
}
