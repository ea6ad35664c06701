package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** When a layaway is paid. */
public final class Schedule {

  private Schedule() {}

  /**
   * Equal parts, the first of them now; what does not divide evenly is on the first ones, a minor
   * unit each.
   */
  static List<Instalment> of(Money total, int parts, LocalDate first, int intervalDays) {
    long minor = total.getAmountMinorLong();
    List<Instalment> schedule = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      long amount = minor / parts + (i < minor % parts ? 1 : 0);
      if (amount > 0) {
        schedule.add(
            new Instalment(
                first.plusDays((long) i * intervalDays),
                Money.ofMinor(total.getCurrencyUnit(), amount)));
      }
    }
    return schedule;
  }

  /** The part that is to be paid next, or what is left of it; null when all is paid. */
  public static @Nullable Instalment next(Document layaway) {
    Money through = Money.zero(layaway.total().getCurrencyUnit());
    for (Instalment part : layaway.schedule()) {
      through = through.plus(part.amount());
      if (through.isGreaterThan(layaway.paid())) {
        return new Instalment(part.due(), through.minus(layaway.paid()));
      }
    }
    return null;
  }
}
