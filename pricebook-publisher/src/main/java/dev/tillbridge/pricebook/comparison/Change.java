package dev.tillbridge.pricebook.comparison;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One key that differs between two books.
 *
 * @param was null when it is new
 * @param now null when it is gone
 * @param prices of an item in both books, those that differ
 */
public record Change(
    String key, @Nullable BookValue was, @Nullable BookValue now, List<PriceChange> prices) {

  /** What happens to the key. */
  public enum Kind {
    NEW,
    CHANGED,
    GONE
  }

  public Change {
    prices = List.copyOf(prices);
  }

  static Change of(String key, @Nullable BookValue was, @Nullable BookValue now) {
    return new Change(key, was, now, ItemPrices.changed(was, now));
  }

  public Kind kind() {
    if (was == null) {
      return Kind.NEW;
    }
    return now == null ? Kind.GONE : Kind.CHANGED;
  }

  /** Whether an item is concerned, not a promotion, a tax or another term. */
  public boolean isItem() {
    return value() instanceof BookValue.Item;
  }

  /** The new value, or the old one of a key that is gone. */
  public BookValue value() {
    return Objects.requireNonNull(now == null ? was : now);
  }

  /** The largest of its price changes. */
  public Optional<PriceChange> largest() {
    return prices.stream().reduce((a, b) -> amount(b).isGreaterThan(amount(a)) ? b : a);
  }

  /** Whether one of its prices goes up or down by at least so many percent. */
  public boolean isOutlier(int percent) {
    return prices.stream().anyMatch(price -> price.isAtLeast(percent));
  }

  /** What it is called: an item's code and name, else its key. */
  public String title() {
    return value() instanceof BookValue.Item item ? item.code() + " " + item.name() : key;
  }

  /** What changes, each in a few words. */
  public List<String> words() {
    return ChangeWords.of(this);
  }

  private static Money amount(PriceChange price) {
    return price.difference().abs();
  }
}
