package dev.tillbridge.model.pricing;

import java.util.List;

/**
 * Fills the parts of a mix-and-match bundle unit by unit. A unit that could be more than one part
 * is moved to another one when that makes room, so that offering the dearest units first gives the
 * dearest bundle there is (augmenting paths; a transversal matroid's greedy basis).
 */
final class PartFilling {

  private final int[] fits;
  private final int[] room;
  private final int[][] placed;
  private int missing;

  /**
   * @param fits for each of the goods a bit for every part it can be
   * @param quantities units that each part needs
   */
  PartFilling(int[] fits, List<Integer> quantities) {
    this.fits = fits;
    this.room = quantities.stream().mapToInt(Integer::intValue).toArray();
    this.placed = new int[fits.length][room.length];
    this.missing = quantities.stream().mapToInt(Integer::intValue).sum();
  }

  boolean isFull() {
    return missing == 0;
  }

  /** Whether one more unit of these goods found a place. */
  boolean place(int goods) {
    boolean found = missing > 0 && place(goods, new boolean[room.length]);
    if (found) {
      missing--;
    }
    return found;
  }

  /** How many units of each of the goods are in it. */
  int[] units() {
    int[] units = new int[placed.length];
    for (int goods = 0; goods < placed.length; goods++) {
      for (int count : placed[goods]) {
        units[goods] += count;
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
