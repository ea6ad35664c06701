package dev.tillbridge.register.card;

import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.journal.CardPending;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.card.CardTold.Why;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Whether one more payment may be taken without the bank. */
final class OfflineLimits {

  private OfflineLimits() {}

  /**
   * Empty when it may.
   *
   * @param waiting card payments whose last word the bank has not spoken
   */
  static Optional<Why> against(
      Money amount, OpenTicket ticket, List<CardPending> waiting, CardRules rules, Instant now) {
    if (amount.isNegative()) {
      return Optional.of(Why.REFUND);
    }
    List<Tender.Card> here =
        ticket.tenders().stream()
            .filter(Tender.Card.class::isInstance)
            .map(Tender.Card.class::cast)
            .filter(card -> card.card().approval() == CardApproval.OFFLINE)
            .toList();
    List<CardPending> stored = waiting.stream().filter(card -> !card.reversal()).toList();
    BigDecimal onTicket =
        here.stream()
            .map(card -> card.amount().getAmount())
            .reduce(amount.getAmount(), BigDecimal::add);
    if (onTicket.compareTo(rules.floorLimit()) > 0) {
      return Optional.of(Why.FLOOR_LIMIT);
    }
    if (stored.size() + here.size() >= rules.storedMax()) {
      return Optional.of(Why.STORED_NUMBER);
    }
    BigDecimal all =
        stored.stream().map(card -> card.amount().getAmount()).reduce(onTicket, BigDecimal::add);
    if (all.compareTo(rules.storedAmountMax()) > 0) {
      return Optional.of(Why.STORED_AMOUNT);
    }
    Instant oldest = now.minus(rules.storedAgeMax());
    return stored.stream().anyMatch(card -> card.since().isBefore(oldest))
        ? Optional.of(Why.STORED_AGE)
        : Optional.empty();
  }
}
