package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Cash handed over, or paid out.
 *
 * @param given positive; null for exactly what is due
 */
record TakeCash(@Nullable Money given) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    if (till.ticket().isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    return new Payments(till)
        .cardUnderWay()
        .or(() ->
            given == null
                ? Optional.empty()
                : new Bounds(till.profile().currency()).amount("Cash", given))
        .or(() -> {
          Money due = till.due();
          Money amount = given == null ? till.profile().tenders().rounding().of(due).abs() : given;
          return till.pay(new Tender.Cash(due.isNegative() ? amount.negated() : amount));
        });
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketCompleted;
  }
}
