package dev.tillbridge.model.journal;

import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineTaxes;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Whether the tax that went back with a ticket's goods is the tax it charged, in whatever order its
 * returns are known. A line never brings back more tax than it was charged; and once exactly all of
 * a rate has come back, so has its tax.
 */
public final class TaxBack {

  /**
   * In minor units, for each line that did not tell its part of the tax: what may come of rounding
   * it by its rate, and the part that was told after it by its share.
   */
  private static final int UNTOLD_OFF_MAX = 2;

  /** Where it is not. */
  public sealed interface Difference {

    Money charged();

    Money back();

    /** Below nought when too little went back. */
    default Money over() {
      return back().minus(charged());
    }
  }

  /** More was told for a line than it was charged. */
  public record OfLine(TicketLine sold, Money charged, Money back) implements Difference {}

  /** All of a rate came back, and not its tax. */
  public record OfRate(TaxRate rate, Money charged, Money back) implements Difference {}

  private final Ticket sold;
  private final List<Ticket> returns;
  private final boolean allExempt;

  private TaxBack(Ticket sold, List<Ticket> returns) {
    this.sold = sold;
    this.returns =
        returns.stream().filter(each -> each.total().isSameCurrency(sold.total())).toList();
    this.allExempt =
        sold.exemption() != null
            && this.returns.stream().allMatch(each -> each.exemption() != null);
  }

  /**
   * All there are.
   *
   * @param returns tickets that took goods of it back; those in other money are not compared
   */
  public static List<Difference> differences(Ticket sold, List<Ticket> returns) {
    return new TaxBack(sold, returns).differences();
  }

  private List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    Map<TaxRate, Sum> rates = new LinkedHashMap<>();
    for (TicketLine line : sold.lines()) {
      if (line.quantity().signum() > 0) {
        Sum sum = ofLine(line);
        if (sum.told.isGreaterThan(sum.charged)) {
          differences.add(new OfLine(line, sum.charged, sum.told));
        }
        rates.merge(line.tax(), sum, Sum::plus);
      }
    }
    rates.forEach((rate, sum) -> {
      if (sum.allBack && !sum.fits()) {
        differences.add(new OfRate(rate, sum.charged, sum.told.plus(sum.worked)));
      }
    });
    return differences;
  }

  private Sum ofLine(TicketLine line) {
    Money charged = taxOn(sold, line);
    Money told = charged.minus(charged);
    Money worked = told;
    int untold = 0;
    BigDecimal left = line.quantity();
    for (Ticket ticket : returns) {
      for (TicketLine back : ticket.lines()) {
        ReturnedFrom from = back.returned();
        if (from == null || !sold.number().equals(from.ticket()) || from.line() != line.number()) {
          continue;
        }
        left = left.add(back.quantity());
        if (from.tax() == null) {
          worked = worked.minus(taxOn(ticket, back));
          untold++;
        } else {
          told = told.minus(taxOn(ticket, back));
        }
      }
    }
    return new Sum(charged, told, worked, untold, left.signum() == 0);
  }

  /** What is left out of the prices counts when nobody was charged any. */
  private Money taxOn(Ticket ticket, TicketLine line) {
    Money tax = LineTaxes.of(ticket.lines(), line.number());
    return ticket.exemption() == null || allExempt ? tax : tax.minus(tax);
  }

  /**
   * @param told that lines told
   * @param worked out by their rate for those that did not
   */
  private record Sum(Money charged, Money told, Money worked, int untold, boolean allBack) {

    Sum plus(Sum other) {
      return new Sum(
          charged.plus(other.charged),
          told.plus(other.told),
          worked.plus(other.worked),
          untold + other.untold,
          allBack && other.allBack);
    }

    boolean fits() {
      Money off = told.plus(worked).minus(charged).abs();
      return !off.isGreaterThan(
          Money.ofMinor(off.getCurrencyUnit(), (long) UNTOLD_OFF_MAX * untold));
    }
  }
}
