package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The promotions that one ticket may have: in force, coupon handed over, customer of the group. */
final class InForce {

  private final OffersOfDay day;
  private final PricingContext context;
  private final Set<String> coupons;
  private final Map<String, List<Promotion>> ofCategories = new HashMap<>();
  private @Nullable List<Promotion> onAll;

  InForce(OffersOfDay day, PricingContext context) {
    this.day = day;
    this.context = context;
    this.coupons = context.coupons().stream().map(InForce::plain).collect(Collectors.toSet());
  }

  /** On this item, alone or as a part of a bundle, in ascending order of their codes. */
  Collection<Promotion> on(Item item) {
    if (onAll == null) {
      onAll = held(day.onAll());
    }
    Map<String, Promotion> found = new TreeMap<>();
    add(found, onAll, item);
    add(found, held(day.onItem(item.code())), item);
    if (item.category() != null) {
      String category = item.category();
      add(found, ofCategories.computeIfAbsent(category, c -> held(day.onCategory(c))), item);
    }
    return found.values();
  }

  /** Those on what the basket comes to, the highest priority first, then by code. */
  List<Promotion> onBasket() {
    return held(day.onBasket()).stream()
        .sorted(
            Comparator.comparingInt((Promotion promotion) -> -promotion.priority())
                .thenComparing(Promotion::code))
        .toList();
  }

  private static void add(Map<String, Promotion> found, List<Promotion> among, Item item) {
    for (Promotion promotion : among) {
      if (promotion.reward() instanceof Reward.MixAndMatch || promotion.on().has(item)) {
        found.put(promotion.code(), promotion);
      }
    }
  }

  private List<Promotion> held(List<Promotion> promotions) {
    return promotions.isEmpty() ? promotions : promotions.stream().filter(this::holds).toList();
  }

  private boolean holds(Promotion promotion) {
    String coupon = promotion.coupon();
    String group = promotion.customerGroup();
    return (coupon == null || coupons.contains(plain(coupon)))
        && (group == null || Objects.equals(group, context.customerGroup()))
        && promotion.validity().holds(context.zone(), context.moment());
  }

  private static String plain(String coupon) {
    return coupon.strip().toLowerCase(Locale.ROOT);
  }
}
