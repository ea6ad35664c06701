package dev.tillbridge.register.card;

import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CardPending;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The acquirer's last word about a payment it was sent late, or had to take back.
 *
 * @param code authorisation code of a payment taken without the bank, null when there is none
 * @param reason why it was declined, null when it was not, or for a reversal
 */
record LastWord(CardPending pending, @Nullable String code, @Nullable String reason)
    implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  /** Nothing is recorded twice: a payment that has had its last word is not pending. */
  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    boolean waits =
        till.state().open().cards().stream()
            .anyMatch(
                card -> card.key().equals(pending.key()) && card.reversal() == pending.reversal());
    if (!waits) {
      return Optional.empty();
    }
    long session = TakeBack.session(till);
    return till.record(
        pending.reversal()
            ? new CardEntry.Reversed(session, pending.key())
            : new CardEntry.Forwarded(
                session, pending.key(), pending.ticket(), pending.amount(), code, reason));
  }
}
