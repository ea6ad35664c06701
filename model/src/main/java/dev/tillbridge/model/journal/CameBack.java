package dev.tillbridge.model.journal;

import dev.tillbridge.model.ticket.LineTaxes;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;

/**
 * What has come back of a ticket's line, and so what is left of it: the one rule of registers and
 * HQ. Tax counts as it was posted; only where nobody knows that any more, as the part's share.
 *
 * @param ticket its number
 * @param sold the line
 * @param charged its part of the ticket's tax
 * @param quantity that came back
 * @param amount given back for it
 * @param tax that went back with it
 */
public record CameBack(
    String ticket, TicketLine sold, Money charged, BigDecimal quantity, Money amount, Money tax) {

  /** Of a line of which nothing has. */
  public static CameBack nothing(Ticket ticket, int line) {
    Money charged = LineTaxes.of(ticket.lines(), line);
    Money none = charged.minus(charged);
    return new CameBack(
        ticket.number(), ticket.lines().get(line - 1), charged, BigDecimal.ZERO, none, none);
  }

  /** Of a line, by all that came back. */
  public static CameBack of(Ticket ticket, int line, List<Returned> all) {
    CameBack back = nothing(ticket, line);
    for (Returned each : all) {
      back = back.with(each);
    }
    return back;
  }

  /** With that as well; what came back of something else, or in other money, changes nothing. */
  public CameBack with(Returned more) {
    return isOfThis(more) ? plus(more.quantity(), more.amount(), taxOf(more)) : this;
  }

  /** Without that, which is counted elsewhere. */
  public CameBack without(Returned part) {
    return isOfThis(part)
        ? plus(part.quantity().negate(), part.amount().negated(), taxOf(part).negated())
        : this;
  }

  /** How much of it may still come back. */
  public BigDecimal left() {
    return sold.quantity().subtract(quantity);
  }

  /** As it is told to others. */
  public Returned told() {
    return new Returned(ticket, sold.number(), quantity, amount, tax);
  }

  /** What a part of the line has of something that belongs to all of it. */
  public Money share(Money of, BigDecimal part) {
    BigDecimal exact =
        of.getAmount().multiply(part).divide(sold.quantity(), 12, RoundingMode.HALF_UP);
    return Money.of(of.getCurrencyUnit(), exact, RoundingMode.HALF_UP);
  }

  private boolean isOfThis(Returned other) {
    return other.ticket().equals(ticket)
        && other.line() == sold.number()
        && other.amount().isSameCurrency(amount);
  }

  private Money taxOf(Returned part) {
    Money posted = part.tax();
    return posted == null ? share(charged, part.quantity()) : posted;
  }

  private CameBack plus(BigDecimal moreQuantity, Money moreAmount, Money moreTax) {
    return new CameBack(
        ticket,
        sold,
        charged,
        quantity.add(moreQuantity),
        amount.plus(moreAmount),
        tax.plus(moreTax));
  }
}
