package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.Promotion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All of one item at one unit price in a basket, on however many lines and in whatever order they
 * were rung. Promotions work on goods, so neither matters.
 */
final class Goods {

  /**
   * What makes goods the same.
   *
   * @param price of a unit, in minor units
   * @param pieces whether they can be counted; else they are weighed and taken as one
   * @param overridden whether a person set the price
   */
  record Kind(
      String item, long price, @Nullable Carries embedded, boolean pieces, boolean overridden) {

    /** The dearest first, then by item: the one order of all arithmetic. */
    static final Comparator<Kind> ORDER =
        Comparator.comparingLong((Kind kind) -> -kind.price)
            .thenComparing(Kind::item)
            .thenComparing(Kind::embedded, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Kind::pieces)
            .thenComparing(Kind::overridden);
  }

  private final Kind kind;
  private final Item item;
  private final List<Integer> lines = new ArrayList<>();
  private final Map<String, Taken> taken = new TreeMap<>();
  private BigDecimal quantity = BigDecimal.ZERO;
  private long amount;
  private int left;
  private long exclusive;

  Goods(Kind kind, Item item) {
    this.kind = kind;
    this.item = item;
  }

  /** What one promotion takes off them in all. */
  record Taken(Promotion promotion, long amount) {}

  void add(int line, BigDecimal lineQuantity, long lineAmount) {
    lines.add(line);
    quantity = quantity.add(lineQuantity);
    amount += lineAmount;
    left = kind.pieces() ? quantity.intValueExact() : 1;
  }

  /** Notes that a promotion has so many of the units and saves so much on them. */
  void take(Promotion promotion, int units, long saving) {
    left -= units;
    if (promotion.exclusive()) {
      exclusive += worth(units) - saving;
    }
    if (saving > 0) {
      taken.merge(
          promotion.code(),
          new Taken(promotion, saving),
          (a, b) -> new Taken(promotion, a.amount() + b.amount()));
    }
  }

  /** What so many of them cost without promotions. */
  long worth(int units) {
    return kind.pieces() ? kind.price() * units : amount;
  }

  Kind kind() {
    return kind;
  }

  Item item() {
    return item;
  }

  /** Where they are on the ticket, from 0. */
  List<Integer> lines() {
    return lines;
  }

  BigDecimal quantity() {
    return quantity;
  }

  /** Units that no promotion has yet; 1 or 0 for weighed goods. */
  int left() {
    return left;
  }

  /** By promotion code. */
  Collection<Taken> taken() {
    return taken.values();
  }

  /** What is paid for those of them that an exclusive promotion touched. */
  long exclusive() {
    return exclusive;
  }

  /** Whether they can be part of a bundle: counted, and at the book's price. */
  boolean bundles() {
    return kind.pieces() && kind.embedded() == null;
  }
}
