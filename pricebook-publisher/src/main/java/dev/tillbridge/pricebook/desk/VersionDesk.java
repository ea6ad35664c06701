package dev.tillbridge.pricebook.desk;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Release;
import dev.tillbridge.pricebook.publication.Snapshot;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Steps from one published version to the next without a proposal. */
final class VersionDesk {

  private static final String NOTHING = " Nothing was published.";

  private final PriceBookPublisher publisher;
  private final PricebookSettings settings;
  private final Clock clock;

  VersionDesk(PriceBookPublisher publisher, PricebookSettings settings, Clock clock) {
    this.publisher = publisher;
    this.settings = settings;
    this.clock = clock;
  }

  Outcome promote(String by) {
    Optional<Manifest> trial = publisher.books().trial();
    if (trial.isEmpty()) {
      return refused("No trial is running, so there is nothing to promote." + NOTHING);
    }
    String note = "version %d for all stores".formatted(trial.get().version());
    return Outcome.of(
        publisher.publish(publisher.trialSnapshot().values(), Release.forAll(by, note)), List.of());
  }

  Outcome endTrial(String why, String by) {
    Optional<Manifest> trial = publisher.books().trial();
    if (trial.isEmpty()) {
      return refused("No trial is running." + NOTHING);
    }
    Snapshot forAll = publisher.snapshot();
    if (forAll.version() == 0) {
      return refused("There is no book for all stores to go back to." + NOTHING);
    }
    String note = "trial of version %d withdrawn: %s".formatted(trial.get().version(), why);
    return Outcome.of(publisher.publish(forAll.values(), Release.forAll(by, note)), List.of());
  }

  Outcome rollback(long version, String reason, String by) {
    Optional<List<BookValue>> book = publisher.valuesOf(version);
    if (book.isEmpty()) {
      return refused(
          "HQ does not keep version %d. See pricebook versions.".formatted(version) + NOTHING);
    }
    String note = "rollback to version %d: %s".formatted(version, reason);
    return Outcome.of(publisher.publish(book.get(), Release.forAll(by, note)), List.of());
  }

  Outcome change(String item, Money price, String reason, String by) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), settings.zone());
    EmergencyPrice emergency = new EmergencyPrice(item, price, now);
    Snapshot forAll = publisher.snapshot();
    Optional<BookValue.Item> old = emergency.in(forAll.values());
    if (old.isEmpty()) {
      return refused("%s is not in the published price book.".formatted(item) + NOTHING);
    }
    Optional<Manifest> trial = publisher.books().trial();
    List<BookValue> tried = trial.isPresent() ? publisher.trialSnapshot().values() : List.of();
    String note =
        "emergency price of %s, %s to %s: %s"
            .formatted(old.get().code(), old.get().price(), price, reason);
    Outcome outcome =
        Outcome.of(
            publisher.publish(emergency.made(forAll.values(), old.get()), Release.forAll(by, note)),
            List.of("Nobody else approved it; the version's note says so."));
    return trial.isPresent() && outcome instanceof Outcome.Published published
        ? published.remarking(inTrial(emergency, tried, trial.get(), by, note))
        : outcome;
  }

  /** The trial goes on: its book gets the price, too, with the higher version again. */
  private String inTrial(
      EmergencyPrice emergency, List<BookValue> tried, Manifest trial, String by, String note) {
    List<BookValue> book =
        emergency.in(tried).map(item -> emergency.made(tried, item)).orElse(tried);
    Outcome again =
        Outcome.of(publisher.publish(book, new Release(by, note, trial.stores())), List.of());
    return again instanceof Outcome.Published(Manifest manifest, var a, var c, var g, var r)
        ? "The trial goes on as version %d, with this price.".formatted(manifest.version())
        : "The trial of version %d is over: it could not be published again."
            .formatted(trial.version());
  }

  private static Outcome refused(String reason) {
    return new Outcome.Refused(List.of(reason));
  }
}
