package dev.tillbridge.register.tender;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.Money;

/** The amounts a customer is likely to hand over. */
public final class QuickCash {

  private static final List<BigDecimal> NOTES =
      List.of(
          BigDecimal.valueOf(5),
          BigDecimal.valueOf(10),
          BigDecimal.valueOf(20),
          BigDecimal.valueOf(50));

  private QuickCash() {}

  /** The total itself, then what it comes to in whole notes, rising; empty when nothing is due. */
  public static List<Money> keys(Money total) {
    if (!total.isPositive()) {
      return List.of();
    }
    TreeSet<Money> inNotes = new TreeSet<>();
    for (BigDecimal note : NOTES) {
      BigDecimal notes = total.getAmount().divide(note, 0, RoundingMode.CEILING);
      inNotes.add(Money.of(total.getCurrencyUnit(), notes.multiply(note)));
    }
    inNotes.remove(total);
    List<Money> keys = new ArrayList<>(inNotes);
    keys.addFirst(total);
    return List.copyOf(keys);
  }
}
