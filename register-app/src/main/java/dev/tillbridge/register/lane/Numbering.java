package dev.tillbridge.register.lane;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.TicketNumber;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which number comes next: one more than the highest known here, in the settings, or at HQ from any
 * life of this lane. A number is never given twice, as far as anybody reachable can tell.
 */
public final class Numbering {

  private final LaneId lane;
  private final LaneProfile profile;
  private final Supplier<DeliveryStatus> delivery;

  Numbering(LaneId lane, LaneProfile profile, Supplier<DeliveryStatus> delivery) {
    this.lane = lane;
    this.profile = profile;
    this.delivery = delivery;
  }

  TicketNumber nextTicket(LaneState state) {
    Watermark hq = delivery.get().hq();
    long here = Math.max(state.lastNumber() + 1, profile.firstTicket());
    return new TicketNumber(lane, hq == null ? here : Math.max(here, hq.lastTicket() + 1));
  }

  /** Number of the next drawer session opened here. */
  public long nextSession(LaneState state) {
    Watermark hq = delivery.get().hq();
    long here = Math.max(state.sessions() + 1, profile.firstSession());
    return hq == null ? here : Math.max(here, hq.lastSession() + 1);
  }

  /** Count in the number of the next document begun here. */
  public long nextDocument(LaneState state) {
    return 1 + Math.max(state.open().lastDocument(), atHq().document());
  }

  /** Count in the id of the next customer added here. */
  public long nextCustomer(LaneState state) {
    return 1 + Math.max(state.open().lastCustomer(), atHq().customer());
  }

  /** Count in the id of the next event started here. */
  public long nextEvent(LaneState state) {
    return 1 + Math.max(state.open().lastEvent(), atHq().event());
  }

  private Watermark.LastNumbers atHq() {
    Watermark hq = delivery.get().hq();
    return hq == null ? Watermark.LastNumbers.NONE : hq.last();
  }

  /** Told until the first ticket carries on; null when numbers simply go on by one. */
  @Nullable NewLife newLife(LaneState state, long epoch) {
    TicketNumber next = nextTicket(state);
    return next.count() == state.lastNumber() + 1
        ? null
        : new NewLife(NewLife.began(epoch), next.toString());
  }
}
