package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.pricebook.comparison.Change;
import dev.tillbridge.pricebook.comparison.Comparison;
import java.util.List;

/** What a proposal changed when it was made, in words, as kept beside it. */
record ProposalReport(int added, int changed, int gone, List<String> outliers, List<String> terms) {

  private static final int LINES_MAX = 1_000;

  static ProposalReport of(Comparison comparison, int outlierPercent) {
    return new ProposalReport(
        comparison.count(Change.Kind.NEW),
        comparison.count(Change.Kind.CHANGED),
        comparison.count(Change.Kind.GONE),
        lines(comparison.outliers(outlierPercent)),
        lines(comparison.terms()));
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream()
        .limit(LINES_MAX)
        .map(change -> change.key() + ": " + String.join("; ", change.words()))
        .toList();
  }
}
