package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What becomes of card payments apart from their tickets. */
public sealed interface CardEntry extends EntryBody {

  /** Idempotency key of the payment. */
  String key();

  /** A payment has to be taken back at the acquirer, whatever became of it there. */
  record ReversalDue(long drawerSession, String key, Money amount, String reason)
      implements CardEntry {

    public ReversalDue {
      Objects.requireNonNull(key, "key is missing");
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(reason, "reason is missing");
    }
  }

  /** The acquirer holds nothing under the key, and takes nothing under it any more. */
  record Reversed(long drawerSession, String key) implements CardEntry {

    public Reversed {
      Objects.requireNonNull(key, "key is missing");
    }
  }

  /**
   * The acquirer has answered a payment that was taken offline.
   *
   * @param ticket whose payment it is
   * @param code authorisation code, null when it was declined
   * @param reason why it was declined, null when it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Forwarded(
      long drawerSession,
      String key,
      String ticket,
      Money amount,
      @Nullable String code,
      @Nullable String reason)
      implements CardEntry {

    public Forwarded {
      Objects.requireNonNull(key, "key is missing");
      Objects.requireNonNull(ticket, "ticket is missing");
      Objects.requireNonNull(amount, "amount is missing");
      if ((code == null) == (reason == null)) {
        throw new IllegalArgumentException(
            "Payment " + key + " was approved with a code or declined with a reason.");
      }
    }
  }
}
