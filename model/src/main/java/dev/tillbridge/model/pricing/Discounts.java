package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.ticket.LineDiscount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;

/** What has been taken off each line so far, and what is left of it to pay. */
final class Discounts {

  private final List<Rung> lines;
  private final long[] left;
  private final List<List<LineDiscount>> discounts = new ArrayList<>();

  Discounts(List<Rung> lines) {
    this.lines = lines;
    this.left = new long[lines.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = MinorUnits.of(lines.get(i).line().undiscounted());
      discounts.add(new ArrayList<>());
    }
  }

  /**
   * Shares what promotions take off some goods over their lines, in proportion to what is left to
   * pay: first how much each line has in all, then how much of it by which promotion.
   */
  void share(Goods goods, Collection<Goods.Taken> taken) {
    if (taken.isEmpty()) {
      return;
    }
    List<Integer> ordered = ordered(goods);
    long all = taken.stream().mapToLong(Goods.Taken::amount).sum();
    long[] quotas =
        MinorUnits.shared(all, ordered.stream().mapToLong(line -> left[line]).toArray());
    long[] open = new long[left.length];
    for (int i = 0; i < quotas.length; i++) {
      open[ordered.get(i)] = quotas[i];
    }
    for (Goods.Taken each : taken) {
      take(goods.lines(), each, open);
    }
  }

  private void take(List<Integer> places, Goods.Taken taken, long[] open) {
    long[] shares =
        MinorUnits.shared(taken.amount(), places.stream().mapToLong(line -> open[line]).toArray());
    Promotion promotion = taken.promotion();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        int line = places.get(i);
        Money off = Money.ofMinor(lines.get(line).line().unitPrice().getCurrencyUnit(), shares[i]);
        discounts.get(line).add(new LineDiscount(promotion.code(), promotion.name(), off));
        open[line] -= shares[i];
        left[line] -= shares[i];
      }
    }
  }

  /** Takes off what people gave by hand, as far as anything is left. */
  void takeByHand() {
    for (int line = 0; line < left.length; line++) {
      Rung rung = lines.get(line);
      List<LineDiscount> given =
          rung.byHandUpTo(Money.ofMinor(rung.line().unitPrice().getCurrencyUnit(), left[line]));
      for (LineDiscount discount : given) {
        left[line] -= MinorUnits.of(discount.amount());
      }
      discounts.get(line).addAll(given);
    }
  }

  /** What is left to pay of some goods. */
  long left(Goods goods) {
    return goods.lines().stream().mapToLong(line -> left[line]).sum();
  }

  /** For each line. */
  List<List<LineDiscount>> all() {
    return discounts;
  }

  /**
   * Whatever the order in which they were rung: lines that compare equal are alike. The odd penny
   * goes to the smaller discount by hand, so that cutting one short does not change the order.
   */
  private List<Integer> ordered(Goods goods) {
    if (goods.lines().size() == 1) {
      return goods.lines();
    }
    return goods.lines().stream()
        .sorted(
            Comparator.comparing((Integer line) -> lines.get(line).line().undiscounted())
                .reversed()
                .thenComparing(line -> lines.get(line).byHandTotal()))
        .toList();
  }
}
