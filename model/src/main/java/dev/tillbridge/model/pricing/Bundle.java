package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that needs several units together, among the goods of one {@link Contest}. Goods are
 * named by their place there, the dearest first.
 */
final class Bundle {

  /**
   * One bundle put together.
   *
   * @param units of each of the contest's goods
   * @param saving on one such bundle, above zero
   */
  record Take(Bundle bundle, int[] units, long saving) {

    /** Whether it can be taken from what is left. */
    boolean fits(int[] left) {
      for (int i = 0; i < units.length; i++) {
        if (units[i] > left[i]) {
          return false;
        }
      }
      return true;
    }

    /** How often it can be taken from what is left. */
    int times(int[] left) {
      int times = Integer.MAX_VALUE;
      for (int i = 0; i < units.length; i++) {
        if (units[i] > 0) {
          times = Math.min(times, left[i] / units[i]);
        }
      }
      return times;
    }
  }

  private static final int TOGETHER_MAX = 50;

  private final Promotion promotion;
  private final Reward.Bundled reward;
  private final long[] prices;
  private final int[] parts;

  /**
   * @param prices of the contest's goods
   * @param parts for each of them a bit for every part of the bundle it can be; 0 when it can be
   *     none
   */
  Bundle(Promotion promotion, Reward.Bundled reward, long[] prices, int[] parts) {
    this.promotion = promotion;
    this.reward = reward;
    this.prices = prices;
    this.parts = parts;
  }

  Promotion promotion() {
    return promotion;
  }

  boolean wants(int goods) {
    return parts[goods] != 0;
  }

  /** How many units make one. */
  int size() {
    return switch (reward) {
      case Reward.Multibuy multibuy -> multibuy.buy();
      case Reward.BundlePrice bundle -> bundle.quantity();
      case Reward.MixAndMatch mix -> mix.parts().stream().mapToInt(Reward.Part::quantity).sum();
    };
  }

  /** Made of the dearest units left; null when there are too few or it saves nothing. */
  @Nullable Take next(int[] left) {
    int[] units = reward instanceof Reward.MixAndMatch mix ? filled(mix, left) : dearest(left);
    return units == null ? null : take(units);
  }

  /** Made of exactly these units; null when they are no such bundle or it saves nothing. */
  @Nullable Take of(int[] units) {
    boolean fits = !(reward instanceof Reward.MixAndMatch mix) || filled(mix, units) != null;
    return fits ? take(units) : null;
  }

  /**
   * All that this bundle takes when there is no other promotion. Bundles of several parts are
   * filled together, as the dearest one alone could leave too little for a second; one more saves
   * less than the one before, so the first that saves nothing is one too many.
   */
  List<Take> alone(int[] left) {
    return reward instanceof Reward.MixAndMatch mix ? together(mix, left) : dearestFirst(left);
  }

  private List<Take> dearestFirst(int[] left) {
    List<Take> takes = new ArrayList<>();
    int[] rest = left.clone();
    for (Take take = next(rest); take != null; take = next(rest)) {
      takes.add(take);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= take.units()[i];
      }
    }
    return takes;
  }

  private List<Take> together(Reward.MixAndMatch mix, int[] left) {
    List<Take> best = List.of();
    long bestSaving = 0;
    for (int bundles = 1; bundles <= TOGETHER_MAX; bundles++) {
      PartFilling filling = filling(mix, left, bundles);
      List<Take> takes =
          filling.isFull()
              ? filling.units().stream().map(units -> new Take(this, units, saving(units))).toList()
              : List.of();
      long saving = takes.stream().mapToLong(Take::saving).sum();
      if (saving <= bestSaving) {
        return best;
      }
      best = takes;
      bestSaving = saving;
    }
    return best;
  }

  private @Nullable Take take(int[] units) {
    long saving = saving(units);
    return saving > 0 ? new Take(this, units, saving) : null;
  }

  private int @Nullable [] dearest(int[] left) {
    int[] units = new int[left.length];
    int wanted = size();
    for (int i = 0; i < left.length && wanted > 0; i++) {
      if (wants(i)) {
        units[i] = Math.min(wanted, left[i]);
        wanted -= units[i];
      }
    }
    return wanted == 0 ? units : null;
  }

  private int @Nullable [] filled(Reward.MixAndMatch mix, int[] left) {
    PartFilling filling = filling(mix, left, 1);
    return filling.isFull() ? filling.units().getFirst() : null;
  }

  private PartFilling filling(Reward.MixAndMatch mix, int[] left, int bundles) {
    List<Integer> quantities = mix.parts().stream().map(Reward.Part::quantity).toList();
    return new PartFilling(parts, quantities, bundles).placeAll(left);
  }

  private long saving(int[] units) {
    return switch (reward) {
      case Reward.Multibuy multibuy -> cheapest(units, multibuy.buy() - multibuy.pay());
      case Reward.BundlePrice bundle -> worth(units) - MinorUnits.of(bundle.price());
      case Reward.MixAndMatch mix -> worth(units) - MinorUnits.of(mix.price());
    };
  }

  private long worth(int[] units) {
    long worth = 0;
    for (int i = 0; i < units.length; i++) {
      worth += prices[i] * units[i];
    }
    return worth;
  }

  private long cheapest(int[] units, int free) {
    long saving = 0;
    for (int i = units.length - 1; i >= 0 && free > 0; i--) {
      int given = Math.min(free, units[i]);
      saving += given * prices[i];
      free -= given;
    }
    return saving;
  }
}
