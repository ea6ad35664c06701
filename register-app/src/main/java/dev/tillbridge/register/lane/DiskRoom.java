package dev.tillbridge.register.lane;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.DiskStatus;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the disk has room for anything new; what is open may be finished without asking. */
final class DiskRoom {

  private final Supplier<DeliveryStatus> delivery;

  DiskRoom(Supplier<DeliveryStatus> delivery) {
    this.delivery = delivery;
  }

  DiskStatus disk() {
    return delivery.get().disk();
  }

  boolean isFull() {
    return disk().level() == DiskStatus.Level.FULL;
  }

  /**
   * Why nothing new can be begun.
   *
   * @param what would be
   */
  Optional<Refusal> noneFor(String what) {
    DiskStatus disk = disk();
    return disk.level() == DiskStatus.Level.FULL
        ? Optional.of(new Refusal.DiskFull(what, disk.freeBytes()))
        : Optional.empty();
  }
}
