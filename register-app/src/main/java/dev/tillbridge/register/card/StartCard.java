package dev.tillbridge.register.card;

import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.CardUnderWay;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes down that a card payment is about to be asked for. Only after that may the terminal be
 * asked.
 *
 * @param key made for this payment alone
 * @param amount given positive, also when it goes to the customer; null for all that is due
 */
record StartCard(String key, @Nullable Money amount) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    if (till.ticket().isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    CardUnderWay underWay = till.ticket().card();
    if (underWay != null) {
      return Optional.of(new Refusal.CardAsked(underWay.amount().abs()));
    }
    Money due = till.due();
    if (due.isZero()) {
      return Optional.of(new Refusal.ZeroTotal(till.ticket().kind()));
    }
    Money asked = amount == null ? due.abs() : amount;
    if (!asked.isPositive()) {
      return Optional.of(
          new Refusal.NotAllowed("Amount", asked.toString(), "more than nothing, up to " + due));
    }
    if (asked.isGreaterThan(due.abs())) {
      return Optional.of(new Refusal.MoreThanDue(due.abs(), asked, due.isNegative()));
    }
    if (till.ticket().tenders().size() >= LaneLimits.TENDERS_MAX) {
      return Optional.of(
          new Refusal.NotAllowed(
              "Payment", asked.toString(), LaneLimits.TENDERS_MAX + " on a ticket"));
    }
    Money signed = due.isNegative() ? asked.negated() : asked;
    return till.save(ticket -> ticket.awaiting(new CardUnderWay(key, signed, till.clock().now())));
  }
}
