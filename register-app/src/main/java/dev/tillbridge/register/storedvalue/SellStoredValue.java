package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.CardUnderWay;
import dev.tillbridge.register.ticket.IssuedOnTicket;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts a gift certificate on the open ticket, or more money on a stored value. It is worth
 * something once the ticket is paid.
 *
 * @param number of the one that gets more, null for a new gift certificate
 */
public record SellStoredValue(@Nullable String number, Money amount) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OpenTicket ticket = till.ticket();
    if (!amount.isPositive()) {
      return Optional.of(new StoredValueRefusal.NothingToLoad(amount.toString()));
    }
    if (amount.getAmount().compareTo(LaneLimits.AMOUNT_MAX) > 0) {
      return Optional.of(
          new Refusal.NotAllowed(
              "Gift certificate",
              amount.toString(),
              "up to %,d".formatted(LaneLimits.AMOUNT_MAX.longValueExact())));
    }
    if (!ticket.tenders().isEmpty()) {
      return Optional.of(
          new Refusal.PaymentsTaken(
              ticket.tenders().size(), ticket.paid(amount.getCurrencyUnit())));
    }
    return switch (charge(ticket, StoredValueKind.GIFT, number, amount)) {
      case Charged.Not(Refusal refusal) -> Optional.of(refusal);
      case Charged.With(Charge charge) ->
          till.change(open -> open.stating(open.particulars().charging(charge)));
    };
  }

  sealed interface Charged {
    record With(Charge charge) implements Charged {}

    record Not(Refusal refusal) implements Charged {}
  }

  /** The charge that puts this on it; a new one is numbered when the ticket is completed. */
  static Charged charge(
      OpenTicket ticket, StoredValueKind kind, @Nullable String number, Money amount) {
    CardUnderWay card = ticket.card();
    if (card != null) {
      return new Charged.Not(new Refusal.CardAsked(card.amount().abs()));
    }
    if (number == null) {
      return IssuedOnTicket.next(ticket.particulars(), kind)
          .<Charged>map(
              place -> new Charged.With(new Charge.StoredValueSold(amount, kind, place, false)))
          .orElseGet(() -> new Charged.Not(new StoredValueRefusal.TooMany()));
    }
    return StoredValueNumber.read(number)
        .<Charged>map(known ->
            new Charged.With(
                new Charge.StoredValueSold(amount, known.kind(), known.toString(), true)))
        .orElseGet(() -> new Charged.Not(new StoredValueRefusal.NotANumber(number)));
  }
}
