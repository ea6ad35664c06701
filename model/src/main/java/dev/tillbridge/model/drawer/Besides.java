package dev.tillbridge.model.drawer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a drawer session holds besides sales and returns.
 *
 * @param tenders by kind, in the order of their names
 * @param foreign notes and coins of other currencies in the drawer, in the order of their codes
 * @param payIns cash put in
 * @param payOuts cash taken out for expenses
 * @param drops cash taken to the safe
 * @param openedWithoutSale how often
 * @param storedValueSold gift certificates and store credits issued or reloaded
 * @param deposits taken less given back
 * @param fees kept
 * @param rounding what cash rounding added
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Besides(
    List<TenderTotal> tenders,
    List<Money> foreign,
    Money payIns,
    Money payOuts,
    Money drops,
    int openedWithoutSale,
    Money storedValueSold,
    Money deposits,
    Money fees,
    Money rounding) {

  public Besides {
    tenders = tenders == null ? List.of() : List.copyOf(tenders);
    foreign = foreign == null ? List.of() : List.copyOf(foreign);
  }

  /** Nothing yet. */
  public static Besides none(CurrencyUnit currency) {
    Money zero = Money.zero(currency);
    return new Besides(List.of(), List.of(), zero, zero, zero, 0, zero, zero, zero, zero);
  }

  Besides with(Ticket ticket) {
    Map<String, TenderTotal> byKind = new TreeMap<>();
    tenders.forEach(total -> byKind.put(total.kind(), total));
    Map<String, Money> byCurrency = new TreeMap<>();
    foreign.forEach(money -> byCurrency.put(money.getCurrencyUnit().getCode(), money));
    for (Tender tender : ticket.tenders()) {
      byKind.merge(kind(tender), new TenderTotal(kind(tender), 1, tender.amount()), Besides::sum);
      if (tender instanceof Tender.ForeignCash cash) {
        byCurrency.merge(cash.foreign().getCurrencyUnit().getCode(), cash.foreign(), Money::plus);
      }
    }
    if (!ticket.change().isZero()) {
      byKind.merge("cash", new TenderTotal("cash", 0, ticket.change().negated()), Besides::sum);
    }
    Money sold = storedValueSold;
    Money deposited = deposits;
    Money kept = fees;
    for (Charge charge : ticket.charges()) {
      switch (charge) {
        case Charge.StoredValueSold value -> sold = sold.plus(value.amount());
        case Charge.DepositPaid deposit -> deposited = deposited.plus(deposit.amount());
        case Charge.Fee fee -> kept = kept.plus(fee.amount());
      }
    }
    Money rounded = ticket.rounding();
    return new Besides(
        List.copyOf(byKind.values()),
        List.copyOf(byCurrency.values()),
        payIns,
        payOuts,
        drops,
        openedWithoutSale,
        sold,
        deposited,
        kept,
        rounded == null ? rounding : rounding.plus(rounded));
  }

  Besides with(CashMovement movement, Money amount) {
    return new Besides(
        tenders,
        foreign,
        movement == CashMovement.PAY_IN ? payIns.plus(amount) : payIns,
        movement == CashMovement.PAY_OUT ? payOuts.plus(amount) : payOuts,
        movement == CashMovement.DROP ? drops.plus(amount) : drops,
        openedWithoutSale,
        storedValueSold,
        deposits,
        fees,
        rounding);
  }

  Besides openedOnceMore() {
    return new Besides(
        tenders,
        foreign,
        payIns,
        payOuts,
        drops,
        openedWithoutSale + 1,
        storedValueSold,
        deposits,
        fees,
        rounding);
  }

  /** Cash put in less cash taken out, without tickets. */
  Money moved() {
    return payIns.minus(payOuts).minus(drops);
  }

  private static String kind(Tender tender) {
    return switch (tender) {
      case Tender.Cash cash -> "cash";
      case Tender.ForeignCash cash -> "foreign-cash:" + cash.foreign().getCurrencyUnit().getCode();
      case Tender.Card card -> "card:" + card.card().scheme();
      case Tender.StoredValue value -> "stored-value:" + value.kind();
      case Tender.Deposit deposit -> "deposit";
    };
  }

  private static TenderTotal sum(TenderTotal a, TenderTotal b) {
    return new TenderTotal(a.kind(), a.count() + b.count(), a.amount().plus(b.amount()));
  }
}
