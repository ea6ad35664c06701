package dev.tillbridge.pricebook.terms;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as the file says it.
 *
 * @param valid null for always and everywhere
 * @param on null for all items
 */
record PromotionEntry(
    String code,
    String name,
    @Nullable Validity valid,
    int priority,
    boolean exclusive,
    @Nullable String coupon,
    @Nullable String customerGroup,
    @Nullable Selection on,
    Reward reward) {

  PromotionEntry {
    if (code == null || name == null || reward == null) {
      throw new IllegalArgumentException("A promotion needs code, name and reward.");
    }
    // checked here, so that a fault is told with its line
    Promotion checked =
        new Promotion(
            code,
            name,
            Validity.ALWAYS,
            priority,
            exclusive,
            coupon,
            customerGroup,
            Selection.ALL,
            reward);
    code = checked.code();
  }

  Promotion promotion() {
    return new Promotion(
        code,
        name,
        valid == null ? Validity.ALWAYS : valid,
        priority,
        exclusive,
        coupon,
        customerGroup,
        on == null ? Selection.ALL : on,
        reward);
  }
}
