package dev.tillbridge.it.clerk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What HQ's accounts must hold, summed up by hand from the rules in docs/accountant.md. Knows
 * nothing of how the product posts.
 */
final class ExpectedBooks {

  /** An account of the standard chart. */
  enum Account {
    SAFE("1000"),
    DRAWERS("1010"),
    FOREIGN_CASH("1020"),
    CARDS("1100"),
    TAX("2010"),
    GIFTS("2100"),
    CREDITS("2110"),
    DEPOSITS("2200"),
    SALES("4010"),
    ZERO_RATED("4030"),
    FEES("4800"),
    PAID_IN("4810"),
    RETURNS("4900"),
    PAID_OUT("5800"),
    CARD_LOSS("5810"),
    ROUNDING("5890"),
    OVER_SHORT("5900");

    private final String code;

    Account(String code) {
      this.code = code;
    }
  }

  /**
   * @param amount a debit is positive
   */
  record Side(Account account, BigDecimal amount) {}

  private final Map<Account, BigDecimal> balances = new EnumMap<>(Account.class);
  private final List<String> exceptions = new ArrayList<>();

  static Side debit(Account account, String amount) {
    return new Side(account, new BigDecimal(amount));
  }

  static Side credit(Account account, String amount) {
    return new Side(account, new BigDecimal(amount).negate());
  }

  /** Refuses sides that do not add up to nothing: then the expectation itself is wrong. */
  void post(Side... sides) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Side side : sides) {
      sum = sum.add(side.amount());
      balances.merge(side.account(), side.amount(), BigDecimal::add);
    }
    if (sum.signum() != 0) {
      throw new IllegalArgumentException(
          "What is expected does not balance by %s: %s".formatted(sum, List.of(sides)));
    }
  }

  /** Somebody at HQ has to look at this. */
  void exception(String badge) {
    exceptions.add(badge);
  }

  BigDecimal of(Account account) {
    return balances.getOrDefault(account, BigDecimal.ZERO);
  }

  /** By the accounts' codes, those at nought left out. */
  SortedMap<String, BigDecimal> balances() {
    SortedMap<String, BigDecimal> byCode = new TreeMap<>();
    balances.forEach((account, balance) -> {
      if (balance.signum() != 0) {
        byCode.put(account.code, balance.setScale(2));
      }
    });
    return byCode;
  }

  /** What is sold less what came back, tax included, as HQ's page of the day says it. */
  BigDecimal salesLessReturns() {
    return of(Account.SALES)
        .add(of(Account.ZERO_RATED))
        .add(of(Account.RETURNS))
        .add(of(Account.TAX))
        .negate();
  }

  List<String> exceptions() {
    return List.copyOf(exceptions);
  }
}
