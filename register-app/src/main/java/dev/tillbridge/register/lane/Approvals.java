package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.register.operator.Operator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk's role did not allow stays asked until the next change of the ticket: another
 * person may allow it in place, and both are in the journal.
 */
final class Approvals {

  private record Asked(long number, Function<Operator, Optional<Refusal>> deed, Refusal refusal) {}

  private final Till till;
  private @Nullable Asked asked;
  private long number;

  /**
   * @param after what no question before a restart, or of a training, had as its number
   */
  Approvals(Till till, long after) {
    this.till = till;
    this.number = after;
  }

  /** The ticket is about to change: what was refused before is past. */
  void past() {
    asked = null;
  }

  /**
   * Keeps what only the role did not allow; other refusals nobody can allow.
   *
   * @param deed the same again, as another person may do it
   */
  Optional<Refusal> kept(Function<Operator, Optional<Refusal>> deed, Optional<Refusal> refusal) {
    refusal
        .filter(Refusal::mayBeAllowed)
        .ifPresent(why -> {
          asked = new Asked(++number, deed, why);
          till.note(Noted.What.REFUSED, null, why.message());
        });
    return refusal;
  }

  /** What another person may allow now, null when nothing was refused just now. */
  LaneView.@Nullable Asked asked() {
    Asked now = asked;
    return now == null ? null : new LaneView.Asked(now.number(), now.refusal());
  }

  /**
   * Does what was refused just now, within the limits of another person.
   *
   * @param read which one that person read, null when they saw none: what was refused since then is
   *     not done
   */
  Optional<Refusal> approve(Operator approver, @Nullable Long read) {
    Asked now = asked;
    Operator clerk = till.signedOn();
    if (now == null || clerk == null || (read != null && read != now.number())) {
      return Optional.of(new Refusal.NothingToApprove());
    }
    if (approver.equals(clerk)) {
      return Optional.of(new Refusal.ApproveYourself(approver.name()));
    }
    Optional<Refusal> refusal = now.deed().apply(approver);
    if (refusal.isEmpty()) {
      asked = null;
      till.note(Noted.What.OVERRIDDEN, approver.id(), now.refusal().message());
    }
    return refusal;
  }
}
