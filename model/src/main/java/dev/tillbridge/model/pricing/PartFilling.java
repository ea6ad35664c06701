package dev.tillbridge.model.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills the parts of a mix-and-match bundle unit by unit. A unit that could be more than one part
 * is moved to another one when that makes room, so that offering the dearest units first gives the
 * dearest bundle there is (augmenting paths; a transversal matroid's greedy basis).
 */
final class PartFilling {

  private final int[] fits;
  private final List<Integer> quantities;
  private final int bundles;
  private final int[] room;
  private final int[][] placed;
  private int missing;

  /**
   * @param fits for each of the goods a bit for every part it can be
   * @param quantities units that each part needs
   * @param bundles how many to fill at once
   */
  PartFilling(int[] fits, List<Integer> quantities, int bundles) {
    this.fits = fits;
    this.quantities = quantities;
    this.bundles = bundles;
    this.room = quantities.stream().mapToInt(quantity -> quantity * bundles).toArray();
    this.placed = new int[fits.length][room.length];
    this.missing = Arrays.stream(room).sum();
  }

  /** Places what is left, in its order, as far as there is room. */
  PartFilling placeAll(int[] left) {
    for (int goods = 0; goods < left.length && missing > 0; goods++) {
      for (int unit = 0; unit < left[goods]; unit++) {
        if (!place(goods)) {
          break;
        }
      }
    }
    return this;
  }

  boolean isFull() {
    return missing == 0;
  }

  private boolean place(int goods) {
    boolean found = missing > 0 && place(goods, new boolean[room.length]);
    if (found) {
      missing--;
    }
    return found;
  }

  /** The full bundles: how many units of each of the goods are in each, the dearest together. */
  List<int[]> units() {
    List<int[]> units = new ArrayList<>(bundles);
    for (int bundle = 0; bundle < bundles; bundle++) {
      units.add(new int[placed.length]);
    }
    for (int part = 0; part < room.length; part++) {
      int unit = 0;
      for (int goods = 0; goods < placed.length; goods++) {
        for (int i = 0; i < placed[goods][part]; i++) {
          units.get(unit / quantities.get(part))[goods]++;
          unit++;
        }
      }
    }
    return units;
  }

  private boolean place(int goods, boolean[] tried) {
    for (int part = 0; part < room.length; part++) {
      if ((fits[goods] & 1 << part) == 0 || tried[part]) {
        continue;
      }
      tried[part] = true;
      if (room[part] > 0) {
        room[part]--;
        placed[goods][part]++;
        return true;
      }
      if (movedAway(part, tried)) {
        placed[goods][part]++;
        return true;
      }
    }
    return false;
  }

  private boolean movedAway(int part, boolean[] tried) {
    for (int other = 0; other < placed.length; other++) {
      if (placed[other][part] > 0 && place(other, tried)) {
        placed[other][part]--;
        return true;
      }
    }
    return false;
  }
}
