package dev.tillbridge.model.pricing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one level for which bundles and unit promotions compete, and the cheapest way found to
 * give each unit to one of them.
 *
 * <p>A small contest is settled by {@link Optimum}, which tries everything. In a larger one bundles
 * are taken one after the other, each time the one that gains most, and what is left has its best
 * unit promotion. Of several such ways the cheapest wins: without any bundle; with all of them by
 * what they gain over the unit promotions; with all of them by what they save; with each alone. So
 * the result is never dearer than any one promotion of the level alone.
 */
final class Contest {

  /** A bundle taken so many times. */
  record Taken(Bundle.Take take, int times) {}

  private final List<UnitOffers> goods;
  private final List<Bundle> bundles;
  private final int[] left;

  /**
   * @param goods the dearest first
   * @param bundles in ascending order of their codes
   */
  Contest(List<UnitOffers> goods, List<Bundle> bundles) {
    this.goods = goods;
    this.bundles = bundles;
    this.left = goods.stream().mapToInt(offers -> offers.goods().left()).toArray();
  }

  /** Gives the goods to the promotions that win. */
  void settle() {
    for (Taken taken : cheapest()) {
      take(taken);
    }
    goods.forEach(UnitOffers::takeBest);
  }

  private List<Taken> cheapest() {
    if (bundles.isEmpty()) {
      return List.of();
    }
    List<Taken> optimum = new Optimum(goods, bundles, left).find();
    return optimum == null ? cheapestOfMany() : optimum;
  }

  private List<Taken> cheapestOfMany() {
    List<Taken> best = List.of();
    long bestSaving = saving(best);
    for (List<Taken> way : ways()) {
      long saving = saving(way);
      if (saving > bestSaving) {
        best = way;
        bestSaving = saving;
      }
    }
    return best;
  }

  private List<List<Taken>> ways() {
    List<List<Taken>> ways = new ArrayList<>();
    ways.add(oneAfterTheOther(bundles, true));
    ways.add(oneAfterTheOther(bundles, false));
    for (Bundle bundle : bundles) {
      ways.add(oneAfterTheOther(List.of(bundle), true));
      ways.add(bundle.alone(left).stream().map(take -> new Taken(take, 1)).toList());
    }
    return ways;
  }

  /**
   * @param overUnitOffers whether a bundle's gain is what it saves more than the unit promotions
   *     would on its units, or all it saves
   */
  private List<Taken> oneAfterTheOther(List<Bundle> among, boolean overUnitOffers) {
    int[] rest = left.clone();
    List<Taken> way = new ArrayList<>();
    for (Taken next = best(among, rest, overUnitOffers);
        next != null;
        next = best(among, rest, overUnitOffers)) {
      way.add(next);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= next.take().units()[i] * next.times();
      }
    }
    return way;
  }

  private @Nullable Taken best(List<Bundle> among, int[] rest, boolean overUnitOffers) {
    Bundle.Take best = null;
    long bestGain = 0;
    for (Bundle bundle : among) {
      Bundle.Take take = bundle.next(rest);
      if (take != null) {
        long gain = take.saving() - (overUnitOffers ? lost(take, rest) : 0);
        if (gain > bestGain) {
          best = take;
          bestGain = gain;
        }
      }
    }
    return best == null ? null : new Taken(best, best.times(rest));
  }

  private long lost(Bundle.Take take, int[] rest) {
    long lost = 0;
    for (int i = 0; i < rest.length; i++) {
      if (take.units()[i] > 0) {
        UnitOffers offers = goods.get(i);
        lost += offers.saving(rest[i]) - offers.saving(rest[i] - take.units()[i]);
      }
    }
    return lost;
  }

  private long saving(List<Taken> way) {
    int[] rest = left.clone();
    long saving = 0;
    for (Taken taken : way) {
      saving += taken.take().saving() * taken.times();
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= taken.take().units()[i] * taken.times();
      }
    }
    for (int i = 0; i < rest.length; i++) {
      saving += goods.get(i).saving(rest[i]);
    }
    return saving;
  }

  /** Shares each bundle's saving over its units by their prices. */
  private void take(Taken taken) {
    int[] units = taken.take().units();
    long[] worth = new long[units.length];
    for (int i = 0; i < units.length; i++) {
      worth[i] = goods.get(i).goods().worth(units[i]);
    }
    long[] shares = MinorUnits.shared(taken.take().saving(), worth);
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0) {
        goods
            .get(i)
            .goods()
            .take(
                taken.take().bundle().promotion(),
                units[i] * taken.times(),
                shares[i] * taken.times());
      }
    }
  }
}
