package dev.tillbridge.register.lane;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.clock.ClockAlarm;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.ByteWords;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log when a lane's standing changes, once each time. */
final class StandingLog {

  private static final Logger log = LoggerFactory.getLogger(StandingLog.class);

  private final LaneId lane;
  private final ZoneId zone;

  StandingLog(LaneId lane, ZoneId zone) {
    this.lane = lane;
    this.zone = zone;
  }

  /**
   * @param before null at the start, when only what is not as it should be is told
   */
  void tell(@Nullable Standing before, Standing now) {
    clock(before == null ? null : before.clock(), now.clock());
    disk(before == null ? DiskStatus.Level.AMPLE : before.disk().level(), now.disk());
    NewLife life = now.newLife();
    if (life != null && (before == null || !life.equals(before.newLife()))) {
      log.info("Lane {}: {}", lane, life.message(zone, Words.english()));
    }
  }

  private void clock(@Nullable ClockAlarm before, @Nullable ClockAlarm now) {
    if (now == null) {
      if (before != null) {
        log.info("Lane {}: the clock is right again.", lane);
      }
    } else if (before == null || before.getClass() != now.getClass()) {
      log.warn("Lane {}: {}", lane, now.message(zone, Words.english()));
    }
  }

  private void disk(DiskStatus.Level before, DiskStatus now) {
    if (before == now.level()) {
      return;
    }
    String free = ByteWords.of(now.freeBytes());
    switch (now.level()) {
      case AMPLE -> log.info("Lane {}: the disk has {} free, enough again.", lane, free);
      case LOW -> log.warn("Lane {}: the disk has only {} free. Make room.", lane, free);
      case FULL ->
          log.error(
              "Lane {}: the disk has only {} free. The open ticket may be finished and no new one"
                  + " begun until there is room.",
              lane,
              free);
    }
  }
}
