package dev.tillbridge.register.pricing;

import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How much people may take off by hand, a lower price included, in percent of what the line costs
 * by the book.
 */
public record DiscountLimits(BigDecimal clerk, BigDecimal supervisor, BigDecimal manager) {

  /** Supervisors may take off what managers may. */
  public DiscountLimits(BigDecimal clerk, BigDecimal manager) {
    this(clerk, manager, manager);
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 6;

  /**
   * A line of which more is taken off than somebody may.
   *
   * @param percent what they may
   */
  public record Exceeded(TicketLine line, BigDecimal percent, Money taken, Money allowed) {}

  public BigDecimal of(OperatorRole role) {
    return switch (role) {
      case CLERK -> clerk;
      case SUPERVISOR -> supervisor;
      case MANAGER -> manager;
    };
  }

  /**
   * The line whose price by hand this person may not give. What another with a higher limit took
   * off before stays, but is not exceeded.
   */
  public Optional<Exceeded> exceeded(Operator operator, OpenTicket before, OpenTicket after) {
    BigDecimal percent = of(operator.role());
    BigDecimal given =
        before.lines().stream()
            .filter(line -> !line.isFromReceipt())
            .map(DiscountLimits::percentTaken)
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    BigDecimal most = percent.max(given);
    return after.lines().stream()
        .filter(line -> !line.isFromReceipt())
        .filter(line -> taken(line).isGreaterThan(share(byBook(line), most)))
        .findFirst()
        .map(line -> new Exceeded(line, percent, taken(line), share(byBook(line), percent)));
  }

  private static BigDecimal percentTaken(TicketLine line) {
    Money taken = taken(line);
    return taken.isZero()
        ? BigDecimal.ZERO
        : taken
            .getAmount()
            .multiply(HUNDRED)
            .divide(byBook(line).getAmount(), PERCENT_DECIMALS, RoundingMode.CEILING);
  }

  /** Rounded up, so that a percentage that is allowed is so on every amount. */
  private static Money share(Money amount, BigDecimal percent) {
    return amount.multipliedBy(
        percent.divide(HUNDRED, PERCENT_DECIMALS + 2, RoundingMode.CEILING), RoundingMode.CEILING);
  }

  private static Money byBook(TicketLine line) {
    PriceOverride override = line.override();
    Money price = override == null ? line.unitPrice() : override.bookPrice();
    return price.multipliedBy(line.quantity().abs(), TicketLine.ROUNDING);
  }

  private static Money taken(TicketLine line) {
    Money lower = byBook(line).minus(line.undiscounted().abs());
    Money none = Money.zero(lower.getCurrencyUnit());
    Money byHand =
        line.discounts().stream()
            .filter(discount -> discount.isManual())
            .map(discount -> discount.amount().abs())
            .reduce(none, Money::plus);
    Money all = lower.plus(byHand);
    return all.isNegative() ? none : all;
  }
}
