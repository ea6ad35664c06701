package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The promotions of one priority on the goods of a basket. Goods that no bundle connects have
 * nothing to do with each other and are settled apart.
 */
final class Level {

  private final List<Goods> basket;
  private final Map<Goods, List<UnitOffers.Offer>> unitOffers = new HashMap<>();
  private final Map<String, Bundled> bundles = new TreeMap<>();

  /** A bundle promotion and, for each of the basket's goods, the parts it can be. */
  private record Bundled(Promotion promotion, Reward.Bundled reward, int[] parts) {}

  /**
   * @param basket the dearest first
   */
  Level(List<Goods> basket) {
    this.basket = basket;
  }

  /** Lets a promotion have the goods at this place of the basket; not for basket rewards. */
  void add(int place, Promotion promotion) {
    Goods goods = basket.get(place);
    switch (promotion.reward()) {
      case Reward.PerUnit reward ->
          unitOffers
              .computeIfAbsent(goods, g -> new ArrayList<>())
              .add(new UnitOffers.Offer(promotion, reward));
      case Reward.Bundled reward -> {
        if (goods.bundles()) {
          bundles.computeIfAbsent(
                      promotion.code(),
                      code -> new Bundled(promotion, reward, new int[basket.size()]))
                  .parts()[place] =
              parts(reward, goods);
        }
      }
      case Reward.OnBasket reward ->
          throw new IllegalArgumentException(promotion.code() + " is on the basket, not on goods.");
    }
  }

  /** Gives what higher levels have left to this level's promotions. */
  void settle() {
    for (List<Integer> places : contests()) {
      contest(places).settle();
    }
  }

  private static int parts(Reward.Bundled reward, Goods goods) {
    if (!(reward instanceof Reward.MixAndMatch mix)) {
      return 1;
    }
    int parts = 0;
    for (int part = 0; part < mix.parts().size(); part++) {
      if (mix.parts().get(part).of().has(goods.item())) {
        parts |= 1 << part;
      }
    }
    return parts;
  }

  /** The places of the goods that bundles connect, directly or by way of others. */
  private Collection<List<Integer>> contests() {
    int[] first = new int[basket.size()];
    for (int place = 0; place < first.length; place++) {
      first[place] = place;
    }
    for (Bundled bundle : bundles.values()) {
      int joined = -1;
      for (int place = 0; place < first.length; place++) {
        if (bundle.parts()[place] != 0 && basket.get(place).left() > 0) {
          joined = joined < 0 ? root(first, place) : join(first, joined, place);
        }
      }
    }
    Map<Integer, List<Integer>> contests = new TreeMap<>();
    for (int place = 0; place < first.length; place++) {
      if (basket.get(place).left() > 0) {
        contests.computeIfAbsent(root(first, place), r -> new ArrayList<>()).add(place);
      }
    }
    return contests.values();
  }

  private static int join(int[] first, int a, int b) {
    int rootA = root(first, a);
    int rootB = root(first, b);
    first[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return Math.min(rootA, rootB);
  }

  private static int root(int[] first, int place) {
    int root = place;
    while (first[root] != root) {
      root = first[root];
    }
    return root;
  }

  private Contest contest(List<Integer> places) {
    List<UnitOffers> goods = new ArrayList<>(places.size());
    for (int place : places) {
      Goods each = basket.get(place);
      goods.add(new UnitOffers(each, unitOffers.getOrDefault(each, List.of())));
    }
    long[] prices = goods.stream().mapToLong(offers -> offers.goods().kind().price()).toArray();
    List<Bundle> within = new ArrayList<>();
    for (Bundled bundle : bundles.values()) {
      int[] parts = places.stream().mapToInt(place -> bundle.parts()[place]).toArray();
      boolean here = false;
      for (int part : parts) {
        here |= part != 0;
      }
      if (here) {
        within.add(new Bundle(bundle.promotion(), bundle.reward(), prices, parts));
      }
    }
    return new Contest(goods, within);
  }
}
