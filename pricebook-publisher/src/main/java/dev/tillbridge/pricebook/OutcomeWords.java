package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.proposal.Outcome;
import java.time.Duration;

/** What commands say in the same words. */
final class OutcomeWords {

  private static final int HASH_SHOWN = 12;

  private OutcomeWords() {}

  static String of(Outcome.Published published) {
    Manifest manifest = published.manifest();
    return "Published price book version %d%s: %,d values (%,d new, %,d changed, %,d gone), hash %s."
        .formatted(
            manifest.version(),
            manifest.stores().isEmpty()
                ? ""
                : " for " + String.join(", ", manifest.stores()) + " first",
            manifest.count(),
            published.added(),
            published.changed(),
            published.gone(),
            manifest.hash().substring(0, HASH_SHOWN));
  }

  static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    return age.toHours() > 0
        ? age.toHours() + " h " + age.toMinutesPart() + " min"
        : age.toMinutes() + " min " + age.toSecondsPart() + " s";
  }
}
