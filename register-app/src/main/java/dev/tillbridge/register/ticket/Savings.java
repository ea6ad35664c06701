package dev.tillbridge.register.ticket;

import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What all discounts of a ticket come to. */
public final class Savings {

  private Savings() {}

  /** Promotions and discounts by hand together; negative on a return, for it is paid back less. */
  public static Money of(List<TicketLine> lines, CurrencyUnit currency) {
    return lines.stream()
        .flatMap(line -> line.discounts().stream())
        .map(LineDiscount::amount)
        .reduce(Money.zero(currency), Money::plus);
  }
}
