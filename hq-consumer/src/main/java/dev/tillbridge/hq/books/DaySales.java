package dev.tillbridge.hq.books;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One business date's tickets by store and hour, ordered so. */
public record DaySales(LocalDate date, CurrencyUnit currency, List<HourSales> hours) {

  public DaySales {
    hours = List.copyOf(hours);
  }

  public List<String> stores() {
    return hours.stream().map(HourSales::store).distinct().toList();
  }

  /** The same day, one store only. */
  public DaySales of(String store) {
    return new DaySales(
        date, currency, hours.stream().filter(hour -> hour.store().equals(store)).toList());
  }

  public TicketCounts tickets() {
    return hours.stream().map(HourSales::tickets).reduce(TicketCounts.NONE, TicketCounts::plus);
  }

  public Money net() {
    return hours.stream().map(HourSales::net).reduce(Money.zero(currency), Money::plus);
  }

  public Money tax() {
    return hours.stream().map(HourSales::tax).reduce(Money.zero(currency), Money::plus);
  }

  public Money total() {
    return hours.stream().map(HourSales::total).reduce(Money.zero(currency), Money::plus);
  }
}
