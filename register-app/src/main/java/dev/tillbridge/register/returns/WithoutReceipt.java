package dev.tillbridge.register.returns;

import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.pricing.LineChange;
import dev.tillbridge.register.pricing.LineTerms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may take goods back without a receipt. A person who may not is asked about every such line
 * and whenever more would be paid back for one, so that what somebody else allows is always these
 * goods at this amount, and allows nothing that comes later.
 */
public final class WithoutReceipt {

  private WithoutReceipt() {}

  /**
   * Why this person's command is not carried out, if it is not.
   *
   * @param may the role that may
   */
  public static Optional<Refusal> refused(
      Operator who, OperatorRole may, List<LineChange> changes) {
    return who.role().compareTo(may) >= 0
        ? Optional.empty()
        : changes.stream()
            .filter(change -> change.after().isBackWithoutReceipt())
            .filter(change -> isMore(change.after(), change.before()))
            .map(LineChange::after)
            .map(LineTerms::line)
            .<Refusal>map(line ->
                new ReturnRefusal.NotWithoutReceipt(
                    who.name(), may, line.quantity().abs(), line.name(), line.amount().abs()))
            .findFirst();
  }

  private static boolean isMore(LineTerms now, @Nullable LineTerms before) {
    return before == null
        || !before.isBackWithoutReceipt()
        || now.line().amount().abs().isGreaterThan(before.line().amount().abs())
        || now.line().quantity().abs().compareTo(before.line().quantity().abs()) > 0;
  }
}
