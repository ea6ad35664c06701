package dev.tillbridge.model.ticket;

import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxRate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax of lines. It is worked out once for each rate, on the sum of its lines; goods that come
 * back from a receipt bring the tax they were charged with them instead.
 */
public final class LineTaxes {

  private LineTaxes() {}

  /** One for each rate, in the order the rates first appear. */
  static List<TaxAmount> byRate(List<TicketLine> lines) {
    Map<TaxRate, Money> worked = new LinkedHashMap<>();
    Map<TaxRate, TaxAmount> told = new HashMap<>();
    for (TicketLine line : lines) {
      TaxRate rate = line.tax();
      Money none = line.amount().minus(line.amount());
      Money tax = told(line);
      if (tax == null) {
        worked.merge(rate, line.amount(), Money::plus);
      } else {
        worked.putIfAbsent(rate, none);
        told.merge(rate, rate.told(line.amount(), tax), LineTaxes::plus);
      }
    }
    return worked.entrySet().stream()
        .map(each -> each.getKey().on(each.getValue()))
        .map(tax -> plus(tax, told.get(tax.rate())))
        .toList();
  }

  /**
   * What one line contributes to the tax of its rate. The parts of all lines sum to that tax
   * exactly: each is what the lines up to it come to, less what those before it came to.
   *
   * @param number of the line
   */
  public static Money of(List<TicketLine> lines, int number) {
    TicketLine line = lines.get(number - 1);
    Money told = told(line);
    if (told != null) {
      return told;
    }
    Money before = line.amount().minus(line.amount());
    for (TicketLine earlier : lines.subList(0, number - 1)) {
      if (earlier.tax().equals(line.tax()) && told(earlier) == null) {
        before = before.plus(earlier.amount());
      }
    }
    TaxRate rate = line.tax();
    return rate.on(before.plus(line.amount())).tax().minus(rate.on(before).tax());
  }

  private static @Nullable Money told(TicketLine line) {
    return line.returned() == null ? null : line.returned().tax();
  }

  private static TaxAmount plus(TaxAmount one, @Nullable TaxAmount other) {
    return other == null
        ? one
        : new TaxAmount(one.rate(), one.net().plus(other.net()), one.tax().plus(other.tax()));
  }
}
