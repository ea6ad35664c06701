package dev.tillbridge.register.pricing;

import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.ticket.GivenDiscount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * What discounts given by hand take off lines that are priced otherwise: first each line's own, of
 * what promotions leave of it, then the ticket's, of what is left of all.
 */
final class ByHand {

  private final List<TicketLine> lines;
  private final Money[] left;
  private final List<List<LineDiscount>> taken = new ArrayList<>();

  private ByHand(List<TicketLine> lines) {
    this.lines = lines;
    this.left = lines.stream().map(ByHand::reducible).toArray(Money[]::new);
    lines.forEach(line -> taken.add(new ArrayList<>(line.discounts())));
  }

  private static Money reducible(TicketLine line) {
    return line.isFromReceipt() ? line.amount().minus(line.amount()) : line.amount().abs();
  }

  /** The lines with these discounts beside their own. */
  static List<TicketLine> on(List<TicketLine> lines, List<GivenDiscount> given) {
    if (lines.isEmpty()) {
      return lines;
    }
    ByHand discounts = new ByHand(lines);
    given.stream().filter(each -> each.line() != null).forEach(discounts::takeFromLine);
    given.stream().filter(each -> each.line() == null).forEach(discounts::takeFromAll);
    return IntStream.range(0, lines.size()).mapToObj(discounts::line).toList();
  }

  private void takeFromLine(GivenDiscount discount) {
    Integer line = discount.line();
    if (line != null) {
      take(line - 1, off(discount, left[line - 1]), discount.reason());
    }
  }

  private void takeFromAll(GivenDiscount discount) {
    Money sum = left[0].minus(left[0]);
    for (Money each : left) {
      sum = sum.plus(each);
    }
    if (sum.isPositive()) {
      Money[] shares = shares(off(discount, sum), sum);
      for (int i = 0; i < shares.length; i++) {
        take(i, shares[i], discount.reason());
      }
    }
  }

  /** Never more than there is. */
  private static Money off(GivenDiscount discount, Money amount) {
    BigDecimal percent = discount.percent();
    Money fixed = discount.amount();
    Money off = fixed;
    if (off == null) {
      BigDecimal part = Objects.requireNonNull(percent, "percent or amount");
      off = amount.multipliedBy(part.movePointLeft(2), RoundingMode.HALF_UP);
    }
    return off.isGreaterThan(amount) ? amount : off;
  }

  /** In proportion to what is left of each line; the largest remainders get the last pence. */
  private Money[] shares(Money off, Money sum) {
    BigInteger whole = minor(sum);
    BigInteger[][] parts = new BigInteger[left.length][];
    long missing = minor(off).longValueExact();
    for (int i = 0; i < left.length; i++) {
      parts[i] = minor(off).multiply(minor(left[i])).divideAndRemainder(whole);
      missing -= parts[i][0].longValueExact();
    }
    List<Integer> byRemainder =
        IntStream.range(0, left.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> parts[i][1]).reversed())
            .toList();
    Money[] shares = new Money[left.length];
    for (int rank = 0; rank < left.length; rank++) {
      int i = byRemainder.get(rank);
      long extra = rank < missing ? 1 : 0;
      shares[i] = Money.ofMinor(off.getCurrencyUnit(), parts[i][0].longValueExact() + extra);
    }
    return shares;
  }

  private static BigInteger minor(Money money) {
    return BigInteger.valueOf(money.getAmountMinorLong());
  }

  private void take(int index, Money off, String reason) {
    if (off.isZero()) {
      return;
    }
    boolean goesOut = lines.get(index).quantity().signum() > 0;
    taken.get(index).add(new LineDiscount(null, reason, goesOut ? off : off.negated()));
    left[index] = left[index].minus(off);
  }

  private TicketLine line(int index) {
    return lines.get(index).discounted(taken.get(index));
  }
}
