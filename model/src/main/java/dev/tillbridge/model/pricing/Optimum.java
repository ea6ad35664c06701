package dev.tillbridge.model.pricing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest of all ways to settle a small {@link Contest}: for every smaller basket within it,
 * from the empty one up, the best bundle to take last. Bounded, so that a large basket costs no
 * time; the bound depends on the goods only.
 */
final class Optimum {

  private static final int STEPS_MAX = 8_000;
  private static final int TAKES_MAX = 250;
  private static final int TRIES_MAX = 5_000;
  private static final int NONE = -1;

  private final List<UnitOffers> goods;
  private final List<Bundle> bundles;
  private final int[] left;
  private final List<Bundle.Take> takes = new ArrayList<>();
  private int states = 1;
  private int tries;

  Optimum(List<UnitOffers> goods, List<Bundle> bundles, int[] left) {
    this.goods = goods;
    this.bundles = bundles;
    this.left = left;
  }

  /** The bundles to take; null when there are too many ways to try them all. */
  @Nullable List<Contest.Taken> find() {
    for (int count : left) {
      states = Math.min(STEPS_MAX + 1, states * (Math.min(count, STEPS_MAX) + 1));
    }
    if (states > STEPS_MAX) {
      return null;
    }
    for (Bundle bundle : bundles) {
      if (!collect(bundle, new int[left.length], 0, bundle.size())) {
        return null;
      }
    }
    return (long) states * Math.max(1, takes.size()) > STEPS_MAX ? null : search();
  }

  /** All the ways to make this bundle; false when they become too many. */
  private boolean collect(Bundle bundle, int[] units, int from, int wanted) {
    if (++tries > TRIES_MAX) {
      return false;
    }
    if (wanted == 0) {
      Bundle.Take take = bundle.of(units.clone());
      if (take != null) {
        takes.add(take);
      }
      return takes.size() <= TAKES_MAX;
    }
    if (from == left.length) {
      return true;
    }
    int most = bundle.wants(from) ? Math.min(wanted, left[from]) : 0;
    for (int count = most; count >= 0; count--) {
      units[from] = count;
      if (!collect(bundle, units, from + 1, wanted - count)) {
        return false;
      }
    }
    units[from] = 0;
    return true;
  }

  private List<Contest.Taken> search() {
    long[] best = new long[states];
    int[] last = new int[states];
    int[] have = new int[left.length];
    for (int state = 0; state < states; state++) {
      best[state] = unitSaving(have);
      last[state] = NONE;
      for (int t = 0; t < takes.size(); t++) {
        Bundle.Take take = takes.get(t);
        if (take.fits(have)) {
          long saving = take.saving() + best[state - step(take)];
          if (saving > best[state]) {
            best[state] = saving;
            last[state] = t;
          }
        }
      }
      countUp(have);
    }
    return traced(last);
  }

  private List<Contest.Taken> traced(int[] last) {
    List<Contest.Taken> found = new ArrayList<>();
    int state = states - 1;
    while (last[state] != NONE) {
      Bundle.Take take = takes.get(last[state]);
      found.add(new Contest.Taken(take, 1));
      state -= step(take);
    }
    Collections.reverse(found);
    return found;
  }

  private long unitSaving(int[] have) {
    long saving = 0;
    for (int i = 0; i < have.length; i++) {
      saving += goods.get(i).saving(have[i]);
    }
    return saving;
  }

  private int step(Bundle.Take take) {
    int step = 0;
    int size = 1;
    for (int i = 0; i < left.length; i++) {
      step += take.units()[i] * size;
      size *= left[i] + 1;
    }
    return step;
  }

  private void countUp(int[] have) {
    for (int i = 0; i < have.length; i++) {
      if (have[i] < left[i]) {
        have[i]++;
        return;
      }
      have[i] = 0;
    }
  }
}
