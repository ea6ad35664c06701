package dev.tillbridge.register.pricing;

import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
   * @param taken off this line, its part of the ticket's discount included
   * @param ofAll percentage given on the ticket, null for none
   * @param ofTicket taken off all lines by hand
   */
  public record Exceeded(
      TicketLine line,
      BigDecimal percent,
      Money taken,
      Money allowed,
      @Nullable BigDecimal ofAll,
      Money ofTicket) {}

  public BigDecimal of(OperatorRole role) {
    return switch (role) {
      case CLERK -> clerk;
      case SUPERVISOR -> supervisor;
      case MANAGER -> manager;
    };
  }

  /**
   * A line of which this person's command takes more off than they may. What another with a higher
   * limit took off before stays: a line's own price and discount are compared with those it had,
   * the ticket's discount with the ticket's. One allowed for a line so allows nothing on another,
   * and goods that are rung under a ticket's discount get it. That is why a percentage on the
   * ticket is held against the limit itself too, however little it takes off the goods of now.
   *
   * @param after with one line at least
   */
  public Optional<Exceeded> exceeded(Operator operator, OpenTicket before, OpenTicket after) {
    BigDecimal percent = of(operator.role());
    Money none = Money.zero(after.lines().getFirst().amount().getCurrencyUnit());
    TicketOff off = TicketOff.of(after, none);
    boolean ticketTakesMore = !off.takesNoMoreThan(TicketOff.of(before, none));
    List<LineChange> changes = LineChange.between(before, after);
    return changes.stream()
        .filter(change -> !change.after().line().isFromReceipt())
        .filter(change -> ticketTakesMore || !change.after().takesNoMoreThan(change.before()))
        .map(LineChange::after)
        .filter(line -> taken(line, off).isGreaterThan(share(line.full(), percent)))
        .findFirst()
        .or(() ->
            ticketTakesMore && off.isMoreThan(percent)
                ? Optional.of(changes.getFirst().after())
                : Optional.empty())
        .map(line ->
            new Exceeded(
                line.line(),
                percent,
                taken(line, off),
                share(line.full(), percent),
                off.percent(),
                ofTicket(after, none)));
  }

  private static Money taken(LineTerms line, TicketOff off) {
    Money left = line.left();
    return line.full().minus(left).plus(left.multipliedBy(off.part(), RoundingMode.HALF_UP));
  }

  private static Money ofTicket(OpenTicket ticket, Money none) {
    return LineTerms.of(ticket).stream()
        .filter(terms -> !terms.line().isFromReceipt())
        .map(LineTerms::byHand)
        .reduce(none, Money::plus);
  }

  /** Rounded up, so that a percentage that is allowed is so on every amount. */
  private static Money share(Money amount, BigDecimal percent) {
    return amount.multipliedBy(
        percent.divide(HUNDRED, PERCENT_DECIMALS + 2, RoundingMode.CEILING), RoundingMode.CEILING);
  }
}
