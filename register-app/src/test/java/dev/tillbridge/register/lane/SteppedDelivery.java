package dev.tillbridge.register.lane;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A register's standing with HQ, its disk and the store's clock, as a test sets it. */
public final class SteppedDelivery implements Supplier<DeliveryStatus> {

  public static final long MIB = 1L << 20;

  private final LongSupplier recorded;
  private volatile @Nullable Watermark hq;
  private volatile @Nullable Instant heardAt;
  private volatile @Nullable Duration clockOffset;
  private volatile DiskStatus disk = disk(DiskStatus.Level.AMPLE, 50_000);
  private volatile @Nullable String problem;

  public SteppedDelivery(LongSupplier recorded) {
    this.recorded = recorded;
  }

  private static DiskStatus disk(DiskStatus.Level level, long freeMib) {
    return new DiskStatus(level, freeMib * MIB, 200 * MIB);
  }

  public void disk(DiskStatus.Level level) {
    disk =
        switch (level) {
          case AMPLE -> disk(level, 50_000);
          case LOW -> disk(level, 1_400);
          case FULL -> disk(level, 412);
        };
  }

  public void clockOffset(@Nullable Duration offset) {
    clockOffset = offset;
  }

  public void problem(@Nullable String sentence) {
    problem = sentence;
  }

  /** HQ says what it has, and which numbers it knows of the lane. */
  public void hq(LaneId lane, long upTo, long lastTicket, long lastSession, Instant at) {
    hq(lane, upTo, lastTicket, lastSession, Watermark.LastNumbers.NONE, at);
  }

  public void hq(
      LaneId lane,
      long upTo,
      long lastTicket,
      long lastSession,
      Watermark.LastNumbers last,
      Instant at) {
    heardAt = at;
    hq =
        new Watermark(
            new StreamId(lane, 20261122081500L),
            1,
            upTo,
            EntryHash.NONE,
            Request.NONE,
            lastTicket,
            lastSession,
            last,
            false,
            at);
  }

  @Override
  public DeliveryStatus get() {
    return new DeliveryStatus(recorded.getAsLong(), hq, heardAt, clockOffset, disk, problem);
  }
}
