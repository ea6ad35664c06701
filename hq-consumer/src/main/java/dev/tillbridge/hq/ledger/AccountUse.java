package dev.tillbridge.hq.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the posting rules use an account for, written {@code sales} or, for one tax category or rate
 * only, {@code sales:FOOD} and {@code tax:20}.
 *
 * @param what one of {@link #KINDS}
 * @param only the category or percentage it is limited to, empty for all that have no account of
 *     their own
 */
record AccountUse(String what, Optional<String> only) {

  static final String DRAWER = "drawer";
  static final String SAFE = "safe";
  static final String OVER_SHORT = "over-short";
  static final String SALES = "sales";
  static final String RETURNS = "returns";
  static final String TAX = "tax";
  static final String SUSPENSE = "suspense";
  static final String UNIDENTIFIED = "unidentified-money";
  static final String CARD = "card";
  static final String FOREIGN = "foreign-cash";
  static final String GIFT = "gift-certificates";
  static final String CREDIT = "store-credits";
  static final String DEPOSITS = "deposits";
  static final String FEES = "fees";
  static final String ROUNDING = "rounding";
  static final String PAY_IN = "pay-in";
  static final String PAY_OUT = "pay-out";
  static final String CARD_LOSS = "card-loss";

  /** Every use; each needs an account without limitation. */
  static final List<String> KINDS =
      List.of(
          DRAWER,
          SAFE,
          OVER_SHORT,
          SALES,
          RETURNS,
          TAX,
          SUSPENSE,
          UNIDENTIFIED,
          CARD,
          FOREIGN,
          GIFT,
          CREDIT,
          DEPOSITS,
          FEES,
          ROUNDING,
          PAY_IN,
          PAY_OUT,
          CARD_LOSS);

  private static final List<String> LIMITED = List.of(SALES, RETURNS, TAX);

  static AccountUse of(String what) {
    return new AccountUse(what, Optional.empty());
  }

  static AccountUse of(String what, String only) {
    return new AccountUse(what, Optional.of(only));
  }

  static AccountUse ofRate(BigDecimal percent) {
    return of(TAX, percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  static AccountUse parse(String text) {
    int colon = text.indexOf(':');
    String what = colon < 0 ? text : text.substring(0, colon);
    if (!KINDS.contains(what) || (colon >= 0 && !LIMITED.contains(what))) {
      throw new IllegalArgumentException(
          "a use is one of "
              + String.join(", ", KINDS)
              + ", or sales:CATEGORY, returns:CATEGORY, tax:PERCENT");
    }
    if (colon < 0) {
      return of(what);
    }
    String only = text.substring(colon + 1);
    return what.equals(TAX) ? ofRate(new BigDecimal(only)) : of(what, only);
  }

  @Override
  public String toString() {
    return what + only.map(limit -> ":" + limit).orElse("");
  }
}
