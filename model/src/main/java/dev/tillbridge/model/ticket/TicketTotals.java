package dev.tillbridge.model.ticket;

import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What lines come to: one place for the open ticket on screen and the completed one.
 *
 * @param taxes one per tax rate, in the order the rates first appear
 * @param net without tax
 * @param total to pay; negative when paid out to the customer
 */
public record TicketTotals(List<TaxAmount> taxes, Money net, Money tax, Money total) {

  public static TicketTotals of(List<TicketLine> lines, CurrencyUnit currency) {
    Map<TaxRate, Money> byRate = new LinkedHashMap<>();
    for (TicketLine line : lines) {
      byRate.merge(line.tax(), line.amount(), Money::plus);
    }
    Money zero = Money.zero(currency);
    List<TaxAmount> taxes =
        byRate.entrySet().stream().map(e -> e.getKey().on(e.getValue())).toList();
    Money net = taxes.stream().map(TaxAmount::net).reduce(zero, Money::plus);
    Money tax = taxes.stream().map(TaxAmount::tax).reduce(zero, Money::plus);
    return new TicketTotals(taxes, net, tax, net.plus(tax));
  }
}
