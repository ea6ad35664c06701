package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What promotions take off the lines of a sale.
 *
 * <ul>
 *   <li>Lines of the same item at the same price are one lot of {@link Goods}: neither the order of
 *       scanning nor the division into lines changes what an item costs.
 *   <li>Every unit has one promotion at most. Higher priorities choose first ({@link Level});
 *       within a priority the cheapest way wins ({@link Contest}).
 *   <li>A line whose price a person set has no promotion. One whose barcode carries the price has
 *       percentages only. Weighed goods are in no bundle.
 *   <li>Discounts given by hand come next, and then one {@link BasketReward} at most.
 * </ul>
 *
 * <p>Any thread may use it.
 */
final class Promotions {

  private static final BigDecimal PIECES_MAX = BigDecimal.valueOf(1_000_000);

  private final List<Promotion> all;
  private volatile @Nullable OffersOfDay day;

  Promotions(List<Promotion> all) {
    this.all = List.copyOf(all);
  }

  /** For each line, in their order, what is taken off, discounts given by hand among it. */
  List<List<LineDiscount>> on(List<Rung> lines, PricingContext context) {
    Discounts discounts = new Discounts(lines);
    if (all.isEmpty()) {
      discounts.takeByHand();
      return discounts.all();
    }
    InForce inForce = new InForce(dayOf(context), context);
    List<Goods> basket = basket(lines);
    levels(basket, inForce).values().forEach(Level::settle);
    for (Goods goods : basket) {
      discounts.share(goods, goods.taken());
    }
    discounts.takeByHand();
    new BasketReward(basket, discounts).apply(inForce.onBasket());
    return discounts.all();
  }

  private OffersOfDay dayOf(PricingContext context) {
    OffersOfDay known = day;
    if (known == null || !known.isFor(context.zone(), context.moment().toLocalDate())) {
      known = new OffersOfDay(all, context.zone(), context.moment().toLocalDate());
      day = known;
    }
    return known;
  }

  private static List<Goods> basket(List<Rung> lines) {
    Map<Goods.Kind, Goods> byKind = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Item item = lines.get(i).item();
      TicketLine line = lines.get(i).line();
      if (item != null && line.quantity().signum() > 0) {
        byKind
            .computeIfAbsent(kind(item, line), kind -> new Goods(kind, item))
            .add(i, line.quantity(), MinorUnits.of(line.undiscounted()));
      }
    }
    List<Goods> basket = new ArrayList<>(byKind.values());
    basket.sort((a, b) -> Goods.Kind.ORDER.compare(a.kind(), b.kind()));
    return basket;
  }

  private static Goods.Kind kind(Item item, TicketLine line) {
    boolean weighed = item.unit() != null && item.unit().decimals() > 0;
    boolean pieces =
        !weighed
            && line.quantity().stripTrailingZeros().scale() <= 0
            && line.quantity().compareTo(PIECES_MAX) <= 0
            && (line.basis() == null || line.basis().embedded() != Carries.WEIGHT);
    return new Goods.Kind(
        item.code(),
        MinorUnits.of(line.unitPrice()),
        line.basis() == null ? null : line.basis().embedded(),
        pieces,
        line.override() != null);
  }

  /** The highest priority first. */
  private static Map<Integer, Level> levels(List<Goods> basket, InForce inForce) {
    Map<Integer, Level> levels = new TreeMap<>(Collections.reverseOrder());
    for (int place = 0; place < basket.size(); place++) {
      if (!basket.get(place).kind().overridden()) {
        for (Promotion promotion : inForce.on(basket.get(place).item())) {
          levels
              .computeIfAbsent(promotion.priority(), p -> new Level(basket))
              .add(place, promotion);
        }
      }
    }
    return levels;
  }
}
