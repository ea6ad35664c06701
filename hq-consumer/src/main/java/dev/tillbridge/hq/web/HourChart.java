package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.DaySales;
import dev.tillbridge.hq.books.HourSales;
import dev.tillbridge.screens.words.MoneyWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A bar chart of a day: one group of bars an hour, one bar a store. Coordinates are those of an SVG
 * picture of {@link #WIDTH} x {@link #HEIGHT}.
 *
 * @param zero height of the line at zero
 */
public record HourChart(
    int zero, List<Bar> bars, List<Tick> ticks, List<Hour> hours, List<String> stores) {

  public static final int WIDTH = 1_000;
  public static final int HEIGHT = 300;

  /** Where the bars begin; left of it stand amounts of at most eleven signs. */
  public static final int LEFT = 104;

  /** Stores told apart by colour; in a larger chain the bars show all stores together. */
  public static final int STORES_MAX = 6;

  private static final int RIGHT = 8;
  private static final int TOP = 14;
  private static final int BOTTOM = 30;
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 19;
  private static final int TICKS = 6;

  /** One bar, colour by its store's place. */
  public record Bar(int x, int y, int width, int height, int store, String text) {}

  /** A horizontal line with its amount. */
  public record Tick(int y, String text) {}

  /** The middle of an hour's group. */
  public record Hour(int x, String text) {}

  static HourChart of(DaySales day) {
    List<String> stores = day.stores().size() > STORES_MAX ? List.of("All stores") : day.stores();
    int first = day.hours().stream().mapToInt(HourSales::hour).min().orElse(FIRST_HOUR);
    int last = day.hours().stream().mapToInt(HourSales::hour).max().orElse(LAST_HOUR);
    return new Drawing(day, stores, Math.min(first, FIRST_HOUR), Math.max(last, LAST_HOUR)).draw();
  }

  private static final class Drawing {

    private final DaySales day;
    private final List<String> stores;
    private final int first;
    private final int last;
    private final BigDecimal step;
    private final BigDecimal bottom;
    private final BigDecimal top;

    Drawing(DaySales day, List<String> stores, int first, int last) {
      this.day = day;
      this.stores = stores;
      this.first = first;
      this.last = last;
      BigDecimal highest = BigDecimal.ZERO;
      BigDecimal lowest = BigDecimal.ZERO;
      for (int hour = first; hour <= last; hour++) {
        for (int store = 0; store < stores.size(); store++) {
          BigDecimal value = value(hour, store).getAmount();
          highest = highest.max(value);
          lowest = lowest.min(value);
        }
      }
      this.step = niceStep(highest.subtract(lowest));
      this.top = highest.divide(step, 0, RoundingMode.UP).multiply(step).max(step);
      this.bottom = lowest.divide(step, 0, RoundingMode.UP).multiply(step);
    }

    /** 1, 2 or 5 times a power of ten, so that some four lines suffice. */
    private static BigDecimal niceStep(BigDecimal range) {
      BigDecimal wanted = range.divide(BigDecimal.valueOf(TICKS), 4, RoundingMode.UP);
      BigDecimal power = BigDecimal.ONE;
      while (true) {
        for (int factor : new int[] {1, 2, 5}) {
          BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
          if (step.compareTo(wanted) >= 0) {
            return step;
          }
        }
        power = power.movePointRight(1);
      }
    }

    private Money value(int hour, int store) {
      return day.hours().stream()
          .filter(sales -> sales.hour() == hour)
          .filter(
              sales -> day.stores().size() > STORES_MAX || sales.store().equals(stores.get(store)))
          .map(HourSales::total)
          .reduce(Money.zero(day.currency()), Money::plus);
    }

    HourChart draw() {
      List<Bar> bars = new ArrayList<>();
      List<Hour> hours = new ArrayList<>();
      int slot = (WIDTH - LEFT - RIGHT) / (last - first + 1);
      int group = slot * 7 / 10;
      int width = Math.min(46, group / Math.max(1, stores.size()));
      for (int hour = first; hour <= last; hour++) {
        int middle = LEFT + (hour - first) * slot + slot / 2;
        hours.add(new Hour(middle, "%02d".formatted(hour)));
        int x = middle - width * stores.size() / 2;
        for (int store = 0; store < stores.size(); store++) {
          Money value = value(hour, store);
          if (!value.isZero()) {
            bars.add(bar(x + store * width, width, hour, store, value));
          }
        }
      }
      return new HourChart(y(BigDecimal.ZERO), bars, ticks(), hours, stores);
    }

    private Bar bar(int x, int width, int hour, int store, Money value) {
      int zero = y(BigDecimal.ZERO);
      int end = y(value.getAmount());
      String text =
          "%s, %02d:00 to %02d:00: %s"
              .formatted(stores.get(store), hour, hour + 1, MoneyWords.of(value));
      int height = Math.max(1, Math.abs(zero - end));
      return new Bar(x + 1, Math.min(zero, end), Math.max(1, width - 2), height, store, text);
    }

    private List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      for (BigDecimal value = bottom; value.compareTo(top) <= 0; value = value.add(step)) {
        Money amount = Money.of(day.currency(), value, RoundingMode.UNNECESSARY);
        ticks.add(new Tick(y(value), MoneyWords.of(amount).replaceFirst("\\.0+$", "")));
      }
      return ticks;
    }

    private int y(BigDecimal value) {
      int room = HEIGHT - TOP - BOTTOM;
      return TOP
          + top.subtract(value)
              .multiply(BigDecimal.valueOf(room))
              .divide(top.subtract(bottom), 0, RoundingMode.HALF_UP)
              .intValueExact();
    }
  }
}
