package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Everything one book changes against another.
 *
 * @param changes in ascending order of their keys
 */
public record Comparison(List<Change> changes) {

  /** From so many percent up or down a price change is an outlier, unless settings say else. */
  public static final int OUTLIER_PERCENT = 50;

  public Comparison {
    changes = List.copyOf(changes);
  }

  public static Comparison between(List<BookValue> was, List<BookValue> now) {
    Map<String, BookValue> old = new TreeMap<>();
    was.forEach(value -> old.put(value.bookKey(), value));
    Map<String, BookValue> fresh = new TreeMap<>();
    now.forEach(value -> fresh.put(value.bookKey(), value));
    List<Change> changes = new ArrayList<>();
    fresh.forEach((key, value) -> {
      BookValue before = old.get(key);
      if (!value.equals(before)) {
        changes.add(Change.of(key, before, value));
      }
    });
    old.forEach((key, value) -> {
      if (!fresh.containsKey(key)) {
        changes.add(Change.of(key, value, null));
      }
    });
    changes.sort(Comparator.comparing(Change::key));
    return new Comparison(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public int count(Change.Kind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** Items that are new, changed or gone. */
  public int items() {
    return (int) changes.stream().filter(Change::isItem).count();
  }

  /** Items whose price changes, the largest change of money first. */
  public List<Change> byMoney() {
    Comparator<Change> money =
        Comparator.comparing(change ->
            change
                .largest()
                .map(PriceChange::difference)
                .map(Money::abs)
                .map(Money::getAmount)
                .orElseThrow());
    return changes.stream()
        .filter(change -> !change.prices().isEmpty())
        .sorted(money.reversed().thenComparing(Change::key))
        .toList();
  }

  /** Items one of whose prices goes up or down by at least so many percent. */
  public List<Change> outliers(int percent) {
    return changes.stream().filter(change -> change.isOutlier(percent)).toList();
  }

  /** Promotions, taxes, zones and other terms that are new, changed or gone. */
  public List<Change> terms() {
    return changes.stream().filter(change -> !change.isItem()).toList();
  }
}
