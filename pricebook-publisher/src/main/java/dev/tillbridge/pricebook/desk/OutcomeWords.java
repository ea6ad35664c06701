package dev.tillbridge.pricebook.desk;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.proposal.ProposalWords;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What came of a step, in the sentences of screen and command line. */
public final class OutcomeWords {

  private static final int HASH_SHOWN = 12;

  private OutcomeWords() {}

  /** Sentences; times by the clocks of a zone. */
  public static List<String> of(Outcome outcome, ZoneId zone) {
    return switch (outcome) {
      case Outcome.Published published -> published(published);
      case Outcome.Unchanged(Manifest manifest) ->
          List.of(
              "This is price book version %d already, published %s by %s. No new version was made."
                  .formatted(manifest.version(), manifest.publishedAt(), manifest.publishedBy()));
      case Outcome.Taken(var proposal) ->
          List.of(
              "Proposal %d: %s.".formatted(proposal.number(), ProposalWords.state(proposal, zone)));
      case Outcome.Refused(List<String> reasons) -> reasons;
      case Outcome.Spoilt(String problem) -> List.of(problem);
    };
  }

  private static List<String> published(Outcome.Published published) {
    Manifest manifest = published.manifest();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Published price book version %d%s: %,d values (%,d new, %,d changed, %,d gone), hash %s."
            .formatted(
                manifest.version(),
                manifest.stores().isEmpty()
                    ? ""
                    : " for " + String.join(", ", manifest.stores()) + " first",
                manifest.count(),
                published.added(),
                published.changed(),
                published.gone(),
                manifest.hash().substring(0, HASH_SHOWN)));
    sentences.addAll(published.remarks());
    sentences.add(
        "Registers with a link switch to it within seconds; pricebook status shows which have it.");
    return sentences;
  }

  /** A length of time, for example {@code 2 h 5 min}. */
  public static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    return age.toHours() > 0
        ? age.toHours() + " h " + age.toMinutesPart() + " min"
        : age.toMinutes() + " min " + age.toSecondsPart() + " s";
  }
}
