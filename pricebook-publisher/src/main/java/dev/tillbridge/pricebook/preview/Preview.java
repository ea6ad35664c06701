package dev.tillbridge.pricebook.preview;

import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketTotals;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Real baskets priced with two books.
 *
 * @param moment at which both books were asked, by the shop's clock on the wall
 * @param baskets how many were priced
 * @param changed those that come to something else, the largest difference first
 * @param before what all came to under the book of now
 * @param after what all come to under the other book
 * @param lost items in these baskets that only the book of now has, with the number of lines
 * @param unpriced baskets that one of the books cannot price, with the reason
 */
public record Preview(
    LocalDateTime moment,
    int baskets,
    List<Changed> changed,
    Money before,
    Money after,
    Map<String, Integer> lost,
    Map<String, String> unpriced) {

  /** A basket that comes to something else. */
  public record Changed(String name, Money before, Money after) {

    /** Positive when it becomes dearer. */
    public Money difference() {
      return after.minus(before);
    }
  }

  /** Prices every basket with both books. */
  public static Preview of(
      PriceBook now, PriceBook proposed, List<Basket> baskets, LocalDateTime moment) {
    return new Run(now, proposed, moment).over(baskets);
  }

  private static final class Run {

    private final PriceBook now;
    private final PriceBook proposed;
    private final TicketPricer pricerNow;
    private final TicketPricer pricerProposed;
    private final LocalDateTime moment;
    private final CurrencyUnit currency;
    private final List<Changed> changed = new ArrayList<>();
    private final Map<String, Integer> lost = new TreeMap<>();
    private final Map<String, String> unpriced = new TreeMap<>();

    Run(PriceBook now, PriceBook proposed, LocalDateTime moment) {
      this.now = now;
      this.proposed = proposed;
      this.pricerNow = new TicketPricer(now);
      this.pricerProposed = new TicketPricer(proposed);
      this.moment = moment;
      this.currency = CurrencyUnit.of(proposed.manifest().currency());
    }

    Preview over(List<Basket> baskets) {
      Money before = Money.zero(currency);
      Money after = Money.zero(currency);
      int priced = 0;
      for (Basket basket : baskets) {
        try {
          Money old = total(pricerNow, now, basket);
          Money fresh = total(pricerProposed, proposed, basket);
          before = before.plus(old);
          after = after.plus(fresh);
          priced++;
          if (!old.equals(fresh)) {
            changed.add(new Changed(basket.name(), old, fresh));
          }
          basket.lines().forEach(this::look);
        } catch (IllegalArgumentException | IllegalStateException e) {
          unpriced.put(basket.name(), String.valueOf(e.getMessage()));
        }
      }
      changed.sort(
          Comparator.comparing((Changed c) -> c.difference().abs().getAmount())
              .reversed()
              .thenComparing(Changed::name));
      return new Preview(
          moment,
          priced,
          List.copyOf(changed),
          before,
          after,
          Map.copyOf(lost),
          Map.copyOf(unpriced));
    }

    private Money total(TicketPricer pricer, PriceBook book, Basket basket) {
      String store = basket.store();
      PricingContext asked = basket.asked();
      PricingContext context =
          new PricingContext(
              moment,
              store == null ? null : book.terms().zoneOf(store),
              asked == null ? List.of() : asked.coupons(),
              asked == null ? null : asked.customerGroup());
      List<TicketLine> lines = pricer.price(basket.lines(), context);
      return TicketTotals.of(lines, currency).total();
    }

    private void look(TicketLine line) {
      if (isIn(now, line) && !isIn(proposed, line)) {
        lost.merge(line.item(), 1, Integer::sum);
      }
    }

    private static boolean isIn(PriceBook book, TicketLine line) {
      return book.find(line.scanned()).isPresent() || book.find(line.item()).isPresent();
    }
  }
}
