package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.util.Arrays;
import java.util.List;

/** The promotions that lower each unit of some goods, and which of them is the best. */
final class UnitOffers {

  /** One of the promotions. */
  record Offer(Promotion promotion, Reward.PerUnit reward) {}

  private static final int REMEMBERED_MAX = 100;
  private static final int UNKNOWN = -1;

  private final Goods goods;
  private final List<Offer> offers;
  private final long[] remembered;

  /**
   * @param offers in ascending order of their codes
   */
  UnitOffers(Goods goods, List<Offer> offers) {
    this.goods = goods;
    this.offers = offers;
    this.remembered = new long[Math.min(goods.left(), REMEMBERED_MAX) + 1];
    Arrays.fill(remembered, UNKNOWN);
  }

  Goods goods() {
    return goods;
  }

  /** The most that one of them saves on so many units. */
  long saving(int units) {
    if (units == 0 || offers.isEmpty()) {
      return 0;
    }
    if (units >= remembered.length) {
      return best(units);
    }
    if (remembered[units] == UNKNOWN) {
      remembered[units] = best(units);
    }
    return remembered[units];
  }

  /** Gives the units left to the promotion that saves most on them, if any does. */
  void takeBest() {
    int units = goods.left();
    long best = saving(units);
    if (best > 0) {
      offers.stream()
          .filter(offer -> saving(offer.reward(), units) == best)
          .findFirst()
          .ifPresent(offer -> goods.take(offer.promotion(), units, best));
    }
  }

  private long best(int units) {
    long best = 0;
    for (Offer offer : offers) {
      best = Math.max(best, saving(offer.reward(), units));
    }
    return best;
  }

  private long saving(Reward.PerUnit reward, int units) {
    long worth = goods.worth(units);
    boolean priced = goods.kind().embedded() == Carries.PRICE;
    return switch (reward) {
      case Reward.PercentOff off -> MinorUnits.percentOf(worth, off.percent());
      case Reward.AmountOff off ->
          priced ? 0 : Math.min(worth, costing(MinorUnits.of(off.amount()), units));
      case Reward.FixedPrice fixed ->
          priced ? 0 : Math.max(0, worth - costing(MinorUnits.of(fixed.price()), units));
    };
  }

  private long costing(long each, int units) {
    return goods.kind().pieces() ? each * units : MinorUnits.times(each, goods.quantity());
  }
}
