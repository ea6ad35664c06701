package dev.tillbridge.model.drawer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/**
 * An open drawer session and what was rung in it so far: a fold over its entries.
 *
 * @param openedBy id of the operator
 * @param sales number of tickets the customer paid, or that came to nothing
 * @param salesTotal with tax and charges
 * @param returns number of tickets that paid the customer
 * @param returnsTotal with tax and charges, zero or negative
 * @param taxes over sales and returns, one per rate in the order they first appeared
 * @param cashTaken cash received less change and payouts
 * @param voids number of tickets abandoned
 * @param voided what those came to
 * @param besides tenders, movements of cash and charges; nothing in a session of older entries
 */
public record DrawerSession(
    long number,
    LocalDate businessDate,
    Instant openedAt,
    String openedBy,
    Money openingFloat,
    int sales,
    Money salesTotal,
    int returns,
    Money returnsTotal,
    List<TaxAmount> taxes,
    Money cashTaken,
    int voids,
    Money voided,
    Besides besides) {

  public DrawerSession {
    taxes = List.copyOf(taxes);
    besides = besides == null ? Besides.none(openingFloat.getCurrencyUnit()) : besides;
  }

  /** The session that this entry opened. */
  public static DrawerSession opened(JournalEntry entry, EntryBody.DrawerOpened body) {
    Money zero = Money.zero(body.openingFloat().getCurrencyUnit());
    return new DrawerSession(
        body.drawerSession(),
        entry.businessDate(),
        entry.recordedAt(),
        entry.operator(),
        body.openingFloat(),
        0,
        zero,
        0,
        zero,
        List.of(),
        zero,
        0,
        zero,
        Besides.none(body.openingFloat().getCurrencyUnit()));
  }

  /** With a completed ticket. */
  public DrawerSession with(Ticket ticket) {
    boolean sale = !ticket.total().isNegative();
    return new DrawerSession(
        number,
        businessDate,
        openedAt,
        openedBy,
        openingFloat,
        sale ? sales + 1 : sales,
        sale ? salesTotal.plus(ticket.total()) : salesTotal,
        sale ? returns : returns + 1,
        sale ? returnsTotal : returnsTotal.plus(ticket.total()),
        added(ticket.taxes()),
        cashTaken.plus(cash(ticket)),
        voids,
        voided,
        besides.with(ticket));
  }

  /** With an abandoned ticket. */
  public DrawerSession with(EntryBody.TicketVoided ticket) {
    return new DrawerSession(
        number,
        businessDate,
        openedAt,
        openedBy,
        openingFloat,
        sales,
        salesTotal,
        returns,
        returnsTotal,
        taxes,
        cashTaken,
        voids + 1,
        voided.plus(ticket.total()),
        besides);
  }

  /** With cash that went in or out. */
  public DrawerSession with(DrawerEntry.CashMoved moved) {
    return beside(before -> before.with(moved.movement(), moved.amount()));
  }

  /** Opened once more without a sale. */
  public DrawerSession openedWithoutSale() {
    return beside(Besides::openedOnceMore);
  }

  /** What should lie in the drawer now, in the shop's currency. */
  @JsonIgnore
  public Money expectedCash() {
    return openingFloat.plus(cashTaken).plus(besides.moved());
  }

  private DrawerSession beside(UnaryOperator<Besides> change) {
    return new DrawerSession(
        number,
        businessDate,
        openedAt,
        openedBy,
        openingFloat,
        sales,
        salesTotal,
        returns,
        returnsTotal,
        taxes,
        cashTaken,
        voids,
        voided,
        change.apply(besides));
  }

  private static Money cash(Ticket ticket) {
    Money cash = ticket.change().negated();
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.Cash(Money amount)) {
        cash = cash.plus(amount);
      }
    }
    return cash;
  }

  private List<TaxAmount> added(List<TaxAmount> more) {
    Map<TaxRate, TaxAmount> byRate = new LinkedHashMap<>();
    taxes.forEach(tax -> byRate.put(tax.rate(), tax));
    more.forEach(tax -> byRate.merge(tax.rate(), tax, DrawerSession::sum));
    return List.copyOf(byRate.values());
  }

  private static TaxAmount sum(TaxAmount a, TaxAmount b) {
    return new TaxAmount(a.rate(), a.net().plus(b.net()), a.tax().plus(b.tax()));
  }
}
