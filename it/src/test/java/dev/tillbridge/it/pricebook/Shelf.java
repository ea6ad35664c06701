package dev.tillbridge.it.pricebook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Price lists whose every price tells which list it is from: item n of edition e costs e.nn, so one
 * ring shows the edition, and two rings show whether a book is mixed.
 */
record Shelf(Path folder, int items) {

  private static final int CENTS = 100;

  /** Writes the list of this edition. */
  Path list(int edition) {
    StringBuilder rows = new StringBuilder("code,name,price\n");
    for (int n = 1; n <= items; n++) {
      rows.append("I%d,Item %d,%s%n".formatted(n, n, price(edition, n).toPlainString()));
    }
    try {
      return Files.writeString(folder.resolve("edition-" + edition + ".csv"), rows);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write a price list below " + folder + ".", e);
    }
  }

  /** What an item costs in an edition. */
  static BigDecimal price(int edition, int item) {
    return BigDecimal.valueOf((long) edition * CENTS + item % CENTS, 2);
  }

  /** Some items from all over the list. */
  int[] spotChecks() {
    return new int[] {1, items / 3, items / 2, items};
  }
}
