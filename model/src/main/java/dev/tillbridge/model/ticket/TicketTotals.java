package dev.tillbridge.model.ticket;

import dev.tillbridge.model.tax.TaxAmount;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What lines come to: one place for the open ticket on screen and the completed one.
 *
 * @param taxes one per tax rate, in the order the rates first appear
 * @param net of the goods, without tax
 * @param charges besides goods
 * @param total to pay; negative when paid out to the customer
 */
public record TicketTotals(
    List<TaxAmount> taxes, Money net, Money tax, Money charges, Money total) {

  /** What goods alone come to. */
  public static TicketTotals of(List<TicketLine> lines, CurrencyUnit currency) {
    return of(lines, TicketParticulars.NONE, currency);
  }

  /** An exempt ticket has its taxes at nought, and prices that include tax come down by it. */
  public static TicketTotals of(
      List<TicketLine> lines, TicketParticulars particulars, CurrencyUnit currency) {
    Money zero = Money.zero(currency);
    boolean exempt = particulars.exemption() != null;
    List<TaxAmount> taxes =
        LineTaxes.byRate(lines).stream()
            .map(tax -> exempt ? new TaxAmount(tax.rate(), tax.net(), zero) : tax)
            .toList();
    Money net = taxes.stream().map(TaxAmount::net).reduce(zero, Money::plus);
    Money tax = taxes.stream().map(TaxAmount::tax).reduce(zero, Money::plus);
    Money charges = particulars.charges().stream().map(Charge::amount).reduce(zero, Money::plus);
    return new TicketTotals(taxes, net, tax, charges, net.plus(tax).plus(charges));
  }
}
