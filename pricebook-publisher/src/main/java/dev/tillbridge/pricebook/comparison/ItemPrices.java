package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.PricePoint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which prices of an item differ, its schedule included. */
final class ItemPrices {

  private ItemPrices() {}

  static List<PriceChange> changed(@Nullable BookValue was, @Nullable BookValue now) {
    if (!(was instanceof Item old) || !(now instanceof Item item)) {
      return List.of();
    }
    List<PriceChange> changes = new ArrayList<>();
    add(changes, null, null, old.price(), item.price());
    for (PricePoint point : item.schedule()) {
      if (!old.schedule().contains(point)) {
        add(changes, point.zone(), point.from(), at(old, point), point.price());
      }
    }
    for (PricePoint point : old.schedule()) {
      if (item.schedule().stream().noneMatch(p -> PricePoint.ORDER.compare(p, point) == 0)) {
        add(changes, point.zone(), point.from(), point.price(), at(item, point));
      }
    }
    return changes;
  }

  private static Money at(Item item, PricePoint point) {
    LocalDateTime moment = point.from() == null ? LocalDateTime.MIN : point.from();
    return item.priceAt(point.zone(), moment).price();
  }

  private static void add(
      List<PriceChange> changes,
      @Nullable String zone,
      @Nullable LocalDateTime from,
      Money was,
      Money now) {
    if (was.getCurrencyUnit().equals(now.getCurrencyUnit()) && !was.equals(now)) {
      changes.add(new PriceChange(zone, from, was, now));
    }
  }
}
