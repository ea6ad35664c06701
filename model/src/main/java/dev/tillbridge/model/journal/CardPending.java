package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card payment whose last word the acquirer has not spoken.
 *
 * @param ticket whose payment it is; for a reversal, empty
 * @param reversal whether it has to be taken back
 * @param token the acquirer's name for the card, null for a reversal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardPending(
    String key,
    String ticket,
    Money amount,
    Instant since,
    boolean reversal,
    @Nullable String token) {

  /** What a ticket was paid offline, by card. */
  static List<CardPending> in(Ticket ticket, Instant at) {
    List<CardPending> pending = new ArrayList<>();
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.Card paid && paid.card().approval() == CardApproval.OFFLINE) {
        pending.add(
            new CardPending(
                paid.card().key(), ticket.number(), paid.amount(), at, false, paid.card().token()));
      }
    }
    return pending;
  }

  static CardPending reversal(CardEntry.ReversalDue due, Instant at) {
    return new CardPending(due.key(), "", due.amount(), at, true, null);
  }
}
