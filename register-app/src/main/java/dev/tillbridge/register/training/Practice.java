package dev.tillbridge.register.training;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.lane.LaneParts;
import dev.tillbridge.register.lane.LaneProfile;
import dev.tillbridge.register.projection.StateCache;

/** What a lane practises with instead of what it works with. */
public final class Practice {

  /** Register of all practice numbers, {@code S01-TRAINING-1}; no real register has this name. */
  public static final String REGISTER = "TRAINING";

  /** Number of the first practice drawer session; a real register never gets so far. */
  public static final long FIRST_SESSION = 900_001;

  private Practice() {}

  /** Whether it is the number of a practice ticket. */
  public static boolean isNumber(String ticket) {
    return ticket.contains("-" + REGISTER + "-");
  }

  /**
   * The name of a real register.
   *
   * @throws IllegalArgumentException when it is the one of practice numbers
   */
  public static String real(String register) {
    if (register.equals(REGISTER)) {
      throw new IllegalArgumentException(
          REGISTER + " is the register of practice tickets; give this one another id.");
    }
    return register;
  }

  /** The same prices, people and clock; everything that remembers or reaches out is another. */
  public static LaneParts parts(LaneParts real, LaneProfile profile) {
    LaneId lane = new LaneId(real.journal().lane().store(), REGISTER);
    return new LaneParts(
        new PracticeJournal(lane, real.journal().tail().epoch()),
        StateCache.NONE,
        new PracticeTickets(),
        real.priceBooks(),
        real.operators(),
        real.pins(),
        new PracticeDevices(real.peripherals(), profile.receipt().words()),
        () -> unsent(real.delivery().get()),
        real.clock());
  }

  /** HQ knows numbers of the real lane only. */
  private static DeliveryStatus unsent(DeliveryStatus real) {
    return new DeliveryStatus(0, null, null, real.clockOffset(), real.disk(), real.problem());
  }

  /** The same rules, with numbers of its own. */
  public static LaneProfile profile(LaneProfile real) {
    return new LaneProfile(
        real.currency(),
        real.zone(),
        real.receipt(),
        real.limits(),
        real.tenders(),
        1,
        FIRST_SESSION,
        real.documents());
  }
}
