package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.drawer.CashMovement;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happens in an open drawer session besides tickets. */
public sealed interface DrawerEntry extends EntryBody {

  /**
   * Cash went in or out.
   *
   * @param amount above zero
   * @param approvedBy id of who allowed it, null when the operator could
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CashMoved(
      long drawerSession,
      CashMovement movement,
      Money amount,
      String reason,
      @Nullable String approvedBy)
      implements DrawerEntry {

    public CashMoved {
      Objects.requireNonNull(movement, "movement is missing");
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(reason, "reason is missing");
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("What moves is above zero; got " + amount + ".");
      }
    }
  }

  /** The drawer was opened without a sale. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpenedWithoutSale(long drawerSession, String reason, @Nullable String approvedBy)
      implements DrawerEntry {

    public OpenedWithoutSale {
      Objects.requireNonNull(reason, "reason is missing");
    }
  }

  /**
   * Another clerk goes on with the session.
   *
   * @param to id of the one who takes over
   * @param counted what they counted together, null when they did not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HandedOver(long drawerSession, String to, @Nullable Money counted) implements DrawerEntry {

    public HandedOver {
      Objects.requireNonNull(to, "to is missing");
    }
  }

  /** The session's drawer was taken out; the session stays open. */
  record SetAside(long drawerSession) implements DrawerEntry {}

  /** The drawer of a session that was set aside is in the register again. */
  record TakenUp(long drawerSession) implements DrawerEntry {}
}
