package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.tax.TaxAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * A drawer session's figures at one moment; taking it changes nothing.
 *
 * @param openedBy id of the operator
 * @param tickets sales and returns
 * @param returnsTotal zero or negative
 * @param net sales and returns without tax
 * @param tax sales and returns
 * @param total net, tax and charges
 * @param cashTaken cash received less change and payouts
 * @param cashInDrawer float, cash taken and cash moved
 * @param besides tenders, movements of cash and charges
 */
public record XReading(
    long session,
    LocalDate businessDate,
    Instant openedAt,
    String openedBy,
    int tickets,
    int sales,
    Money salesTotal,
    int returns,
    Money returnsTotal,
    List<TaxAmount> taxes,
    Money net,
    Money tax,
    Money total,
    int voids,
    Money voided,
    Money openingFloat,
    Money cashTaken,
    Money cashInDrawer,
    Besides besides) {

  public static XReading of(DrawerSession session) {
    Money total = session.salesTotal().plus(session.returnsTotal());
    Money zero = Money.zero(total.getCurrencyUnit());
    Money tax = session.taxes().stream().map(TaxAmount::tax).reduce(zero, Money::plus);
    Money net = session.taxes().stream().map(TaxAmount::net).reduce(zero, Money::plus);
    return new XReading(
        session.number(),
        session.businessDate(),
        session.openedAt(),
        session.openedBy(),
        session.sales() + session.returns(),
        session.sales(),
        session.salesTotal(),
        session.returns(),
        session.returnsTotal(),
        session.taxes(),
        net,
        tax,
        total,
        session.voids(),
        session.voided(),
        session.openingFloat(),
        session.cashTaken(),
        session.expectedCash(),
        session.besides());
  }
}
