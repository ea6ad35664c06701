package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The promotions of one day in one price zone, by what they are on; their hours, weekdays, coupons
 * and customers not looked at yet. Immutable: made once a day, asked for every ticket.
 */
final class OffersOfDay {

  private final @Nullable String zone;
  private final LocalDate date;
  private final Map<String, List<Promotion>> byItem = new HashMap<>();
  private final Map<String, List<Promotion>> byCategory = new HashMap<>();
  private final List<Promotion> onAll = new ArrayList<>();
  private final List<Promotion> onBasket = new ArrayList<>();

  OffersOfDay(List<Promotion> all, @Nullable String zone, LocalDate date) {
    this.zone = zone;
    this.date = date;
    for (Promotion promotion : all) {
      if (promotion.validity().touches(zone, date)) {
        add(promotion);
      }
    }
  }

  boolean isFor(@Nullable String otherZone, LocalDate otherDate) {
    return date.equals(otherDate) && Objects.equals(zone, otherZone);
  }

  List<Promotion> onItem(String code) {
    return byItem.getOrDefault(code, List.of());
  }

  List<Promotion> onCategory(String category) {
    return byCategory.getOrDefault(category, List.of());
  }

  List<Promotion> onAll() {
    return onAll;
  }

  List<Promotion> onBasket() {
    return onBasket;
  }

  private void add(Promotion promotion) {
    switch (promotion.reward()) {
      case Reward.OnBasket basket -> onBasket.add(promotion);
      case Reward.MixAndMatch mix -> mix.parts().forEach(part -> add(promotion, part.of()));
      case Reward other -> add(promotion, promotion.on());
    }
  }

  private void add(Promotion promotion, Selection on) {
    if (on.isAll()) {
      onAll.add(promotion);
    }
    for (String item : on.items()) {
      byItem.computeIfAbsent(item, code -> new ArrayList<>(1)).add(promotion);
    }
    for (String category : on.categories()) {
      byCategory.computeIfAbsent(category, code -> new ArrayList<>()).add(promotion);
    }
  }
}
