package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.util.List;

/**
 * The promotion on what the basket comes to, after the promotions on goods and the discounts given
 * by hand. At most one applies: of the highest priority that is reached the one that saves most.
 */
final class BasketReward {

  private final List<Goods> basket;
  private final Discounts discounts;

  BasketReward(List<Goods> basket, Discounts discounts) {
    this.basket = basket;
    this.discounts = discounts;
  }

  /** Takes off the best of them. */
  void apply(List<Promotion> promotions) {
    Promotion best = null;
    long bestSaving = 0;
    for (Promotion promotion : promotions) {
      if (best != null && promotion.priority() < best.priority()) {
        break;
      }
      long saving = saving(promotion);
      if (saving > bestSaving) {
        best = promotion;
        bestSaving = saving;
      }
    }
    if (best != null) {
      share(best, bestSaving);
    }
  }

  private long saving(Promotion promotion) {
    if (!(promotion.reward() instanceof Reward.OnBasket reward)) {
      return 0;
    }
    long sum = basket.stream().mapToLong(goods -> counted(promotion, goods)).sum();
    if (sum < MinorUnits.of(reward.atLeast())) {
      return 0;
    }
    return switch (reward) {
      case Reward.BasketPercent percent -> MinorUnits.percentOf(sum, percent.percent());
      case Reward.BasketAmount amount -> MinorUnits.of(amount.off());
    };
  }

  /** What of these goods counts for the threshold and shares the reward. */
  private long counted(Promotion promotion, Goods goods) {
    return promotion.on().has(goods.item())
        ? Math.max(0, discounts.left(goods) - goods.exclusive())
        : 0;
  }

  private void share(Promotion promotion, long saving) {
    long[] shares =
        MinorUnits.shared(
            saving, basket.stream().mapToLong(goods -> counted(promotion, goods)).toArray());
    for (int i = 0; i < shares.length; i++) {
      discounts.share(basket.get(i), List.of(new Goods.Taken(promotion, shares[i])));
    }
  }
}
