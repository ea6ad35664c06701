package dev.tillbridge.hq.books;

import dev.tillbridge.model.offsite.OffsiteItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an event came to.
 *
 * @param discount given at it, by promotions and by hand
 * @param payments by kind, cash less change
 * @param elsewhere tickets that name the event and were not rung in its drawers, and tickets of its
 *     drawers that do not name it: none, unless something is wrong
 */
public record EventFile(
    EventSummary summary,
    TicketCounts tickets,
    Money net,
    Money tax,
    Money charges,
    Money discount,
    Money rounding,
    List<Tax> taxes,
    List<Payment> payments,
    List<Session> sessions,
    List<Account> accounts,
    List<Price> prices,
    long elsewhere) {

  public record Tax(String category, BigDecimal percent, String mode, Money net, Money tax) {}

  public record Payment(String kind, long count, Money amount) {}

  /**
   * A drawer session of the event.
   *
   * @param closedAt null while it is open
   * @param counted likewise
   */
  public record Session(
      long number,
      LocalDate businessDate,
      Money openingFloat,
      @Nullable Instant closedAt,
      @Nullable Money expected,
      @Nullable Money counted) {

    /** Positive when there was more in the drawer than expected; null while it is open. */
    public @Nullable Money overShort() {
      return counted == null || expected == null ? null : counted.minus(expected);
    }
  }

  /** What tickets, drawers and movements of cash of the event did to an account. */
  public record Account(String code, String name, Money amount) {}

  /** A row of the event's list, and how much of it was sold at that price, less returns. */
  public record Price(OffsiteItem item, BigDecimal quantity, Money amount) {}

  /** What all closed drawers were over, or short when it is negative. */
  public Money overShort() {
    CurrencyUnit currency = net.getCurrencyUnit();
    Money sum = Money.zero(currency);
    for (Session session : sessions) {
      Money over = session.overShort();
      sum = over == null ? sum : sum.plus(over);
    }
    return sum;
  }
}
