package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.pricebook.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * From what on a second person must agree.
 *
 * @param items so many items new, changed or gone; 0 for any change at all
 * @param percent a price that goes up or down by so much
 */
public record ApprovalRule(int items, int percent) {

  /** Why this comparison needs approval, empty when it does not. */
  List<String> reasons(Comparison comparison) {
    List<String> reasons = new ArrayList<>();
    int changed = comparison.items();
    if (changed >= items && !comparison.isEmpty()) {
      reasons.add("%,d items change; from %,d on".formatted(changed, items));
    }
    int outliers = comparison.outliers(percent).size();
    if (outliers > 0) {
      reasons.add("%,d prices change by %d %% or more".formatted(outliers, percent));
    }
    return reasons;
  }
}
