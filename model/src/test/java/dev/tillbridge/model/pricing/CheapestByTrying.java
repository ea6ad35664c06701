package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most that promotions of one priority can save on a handful of pieces, found by trying every
 * way to put units together; written without any of what it checks.
 */
final class CheapestByTrying {

  private final List<Item> units;
  private final List<Promotion> promotions;

  CheapestByTrying(List<Item> units, List<Promotion> promotions) {
    this.units = units.stream().sorted(Comparator.comparing(Item::code)).toList();
    this.promotions = promotions;
  }

  long saving() {
    return saving((1 << units.size()) - 1);
  }

  private long saving(int left) {
    long best = onUnits(left);
    for (Promotion promotion : promotions) {
      for (int bundle = left; bundle > 0; bundle = (bundle - 1) & left) {
        long saved = onBundle(promotion, in(bundle));
        if (saved > 0) {
          best = Math.max(best, saved + saving(left & ~bundle));
        }
      }
    }
    return best;
  }

  private List<Item> in(int mask) {
    List<Item> found = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if ((mask >> i & 1) == 1) {
        found.add(units.get(i));
      }
    }
    return found;
  }

  private long onUnits(int mask) {
    long saving = 0;
    List<Item> left = in(mask);
    for (Item item : left.stream().distinct().toList()) {
      long count = left.stream().filter(item::equals).count();
      long best = 0;
      for (Promotion promotion : promotions) {
        if (promotion.on().has(item)) {
          best = Math.max(best, onUnit(promotion.reward(), item, count));
        }
      }
      saving += best;
    }
    return saving;
  }

  private static long onUnit(Reward reward, Item item, long count) {
    long price = item.price().getAmountMinorLong();
    return switch (reward) {
      case Reward.PercentOff off ->
          BigDecimal.valueOf(price * count)
              .multiply(off.percent())
              .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
              .longValueExact();
      case Reward.AmountOff off -> Math.min(price, off.amount().getAmountMinorLong()) * count;
      case Reward.FixedPrice fixed ->
          Math.max(0, price - fixed.price().getAmountMinorLong()) * count;
      case Reward.Bundled bundled -> 0;
      case Reward.OnBasket basket -> 0;
    };
  }

  private static long onBundle(Promotion promotion, List<Item> bundle) {
    List<Long> prices =
        bundle.stream().map(item -> item.price().getAmountMinorLong()).sorted().toList();
    long worth = prices.stream().mapToLong(Long::longValue).sum();
    return switch (promotion.reward()) {
      case Reward.Multibuy multibuy ->
          multibuy.buy() == bundle.size() && bundle.stream().allMatch(promotion.on()::has)
              ? prices.stream()
                  .limit(multibuy.buy() - multibuy.pay())
                  .mapToLong(Long::longValue)
                  .sum()
              : 0;
      case Reward.BundlePrice price ->
          price.quantity() == bundle.size() && bundle.stream().allMatch(promotion.on()::has)
              ? worth - price.price().getAmountMinorLong()
              : 0;
      case Reward.MixAndMatch mix ->
          fills(slots(mix), bundle) ? worth - mix.price().getAmountMinorLong() : 0;
      case Reward.PerUnit unit -> 0;
      case Reward.OnBasket basket -> 0;
    };
  }

  private static List<Reward.Part> slots(Reward.MixAndMatch mix) {
    List<Reward.Part> slots = new ArrayList<>();
    for (Reward.Part part : mix.parts()) {
      for (int i = 0; i < part.quantity(); i++) {
        slots.add(part);
      }
    }
    return slots;
  }

  private static boolean fills(List<Reward.Part> slots, List<Item> bundle) {
    if (slots.size() != bundle.size()) {
      return false;
    }
    if (slots.isEmpty()) {
      return true;
    }
    List<Reward.Part> otherSlots = slots.subList(1, slots.size());
    for (int i = 0; i < bundle.size(); i++) {
      if (slots.getFirst().of().has(bundle.get(i))) {
        List<Item> others = new ArrayList<>(bundle);
        others.remove(i);
        if (fills(otherSlots, others)) {
          return true;
        }
      }
    }
    return false;
  }
}
