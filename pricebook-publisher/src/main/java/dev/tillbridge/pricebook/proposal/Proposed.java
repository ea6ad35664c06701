package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.pricebook.comparison.Comparison;
import java.util.List;

/** What came of proposing a book. */
public sealed interface Proposed {

  /**
   * It is on disk at HQ and can be looked at, approved and published.
   *
   * @param comparison with the published book
   * @param warnings what is surely not meant, in sentences
   */
  record Made(Proposal proposal, Comparison comparison, List<String> warnings) implements Proposed {

    public Made {
      warnings = List.copyOf(warnings);
    }
  }

  /** It is the published book; no proposal was made. */
  record Unchanged(long version) implements Proposed {}

  /** It breaks the rules of a book; no proposal was made. */
  record Refused(List<String> problems) implements Proposed {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
