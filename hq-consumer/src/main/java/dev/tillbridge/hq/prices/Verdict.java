package dev.tillbridge.hq.prices;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What came of comparing a ticket with the price book. */
sealed interface Verdict {

  /** Every line was compared; without differences it was charged as the book says. */
  record Compared(CurrencyUnit currency, List<Difference> differences) implements Verdict {

    public Compared {
      differences = List.copyOf(differences);
    }

    /** What its lines cost too much; those that cost too little take nothing off it. */
    Money overcharged() {
      return sum(1);
    }

    /** What its lines cost too little, as a positive amount. */
    Money undercharged() {
      return sum(-1);
    }

    private Money sum(int sign) {
      Map<Integer, Money> byLine = new TreeMap<>();
      differences.forEach(found -> byLine.merge(found.line(), found.difference(), Money::plus));
      return byLine.values().stream()
          .filter(amount -> amount.getAmount().signum() == sign)
          .map(amount -> amount.multipliedBy(sign))
          .reduce(Money.zero(currency), Money::plus);
    }
  }

  /** It could not be priced with that book, for a reason in words. */
  record NotPriced(String problem) implements Verdict {}
}
