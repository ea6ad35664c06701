package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.comparison.Change;
import dev.tillbridge.pricebook.comparison.Comparison;
import dev.tillbridge.pricebook.importing.ImportedBook;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Release;
import dev.tillbridge.pricebook.publication.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every step a proposal can take. A scheduled one is published when {@link #publishDue} is called
 * after its time, once: its number stands in the version's note, so a process that died between the
 * publish and its own notes finds it there.
 */
public final class ProposalDesk implements Proposals {

  private final PriceBookPublisher publisher;
  private final ProposalFolder folder;
  private final FolderLock lock;
  private final ApprovalRule rule;
  private final Clock clock;

  public ProposalDesk(
      PriceBookPublisher publisher,
      ProposalFolder folder,
      FolderLock lock,
      ApprovalRule rule,
      Clock clock) {
    this.publisher = publisher;
    this.folder = folder;
    this.lock = lock;
    this.rule = rule;
    this.clock = clock;
  }

  @Override
  public Proposed propose(List<BookValue> book, String from, String by) {
    return lock.hold(() -> {
      Snapshot published = publisher.snapshot();
      List<BookValue> merged =
          ImportedBook.over(published.values(), book, LocalDateTime.now(clock));
      List<String> problems = publisher.problems(merged);
      if (!problems.isEmpty()) {
        return new Proposed.Refused(problems);
      }
      Comparison comparison = Comparison.between(published.values(), merged);
      if (comparison.isEmpty()) {
        return new Proposed.Unchanged(published.version());
      }
      // nobody sells by a book that is not there yet
      List<String> reasons = published.version() == 0 ? List.of() : rule.reasons(comparison);
      Proposal.Counts counts =
          new Proposal.Counts(
              comparison.count(Change.Kind.NEW),
              comparison.count(Change.Kind.CHANGED),
              comparison.count(Change.Kind.GONE),
              comparison.outliers(rule.percent()).size());
      Proposal proposal =
          Proposal.made(
              folder.nextNumber(),
              from,
              published.version(),
              counts,
              reasons,
              step(ProposalState.PROPOSED, by, null));
      folder.add(proposal, merged, ProposalReport.of(comparison, rule.percent()));
      return new Proposed.Made(proposal, comparison, PriceBookPublisher.warnings(merged));
    });
  }

  /** A second person agrees. */
  public Outcome approve(int number, String by) {
    return on(
        number,
        proposal -> {
          if (proposal.isApproved()) {
            return Outcome.Refused.because("Proposal %d is approved already.".formatted(number));
          }
          if (proposal.by().equals(by)) {
            return Outcome.Refused.because(
                "Proposal %d was made by %s: somebody else must approve it."
                    .formatted(number, proposal.by()));
          }
          return taken(proposal.approved(step(ProposalState.APPROVED, by, null)));
        });
  }

  /** It will never be published. */
  public Outcome withdraw(int number, String by, @Nullable String why) {
    return on(
        number, proposal -> taken(proposal.withdrawn(step(ProposalState.WITHDRAWN, by, why))));
  }

  /** It is published at that time by whoever calls {@link #publishDue}. */
  public Outcome schedule(int number, Plan plan) {
    return on(
        number,
        proposal -> {
          if (proposal.needsApproval()) {
            return unapproved(proposal);
          }
          if (!plan.at().isAfter(clock.instant())) {
            return Outcome.Refused.because(
                "%s is past. Give a later time, or publish it now (--now).".formatted(plan.at()));
          }
          return taken(proposal.scheduled(plan, step(ProposalState.SCHEDULED, plan.by(), null)));
        });
  }

  /** Publishes it at once, for all stores or first for some. */
  public Outcome publish(int number, List<String> stores, String by) {
    return on(
        number,
        proposal ->
            proposal.needsApproval()
                ? unapproved(proposal)
                : publish(proposal, new Plan(now(), stores, by)));
  }

  /** Publishes what is due, oldest first; also what was due while nobody looked. */
  public List<Outcome> publishDue() {
    List<Integer> due =
        folder.all().stream()
            .filter(this::isDue)
            .sorted(Comparator.comparing(ProposalDesk::plannedAt).thenComparing(Proposal::number))
            .map(Proposal::number)
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    for (int number : due) {
      outcomes.add(on(number, this::publishIfDue));
    }
    return outcomes;
  }

  private Outcome publishIfDue(Proposal proposal) {
    Plan plan = proposal.plan();
    if (plan == null || !isDue(proposal)) {
      return new Outcome.Taken(proposal); // another process was faster
    }
    Outcome outcome = publish(proposal, plan);
    if (outcome instanceof Outcome.Refused(List<String> reasons)) {
      ProposalState back = proposal.isApproved() ? ProposalState.APPROVED : ProposalState.PROPOSED;
      String problem = "Not published at its time: " + String.join(" ", reasons);
      folder.replace(proposal.failed(problem, step(back, plan.by(), problem)));
    }
    return outcome;
  }

  private boolean isDue(Proposal proposal) {
    return proposal.state() == ProposalState.SCHEDULED
        && proposal.plan() != null
        && !plannedAt(proposal).isAfter(clock.instant());
  }

  private static Instant plannedAt(Proposal proposal) {
    return proposal.plan() == null ? Instant.MAX : proposal.plan().at();
  }

  private Outcome publish(Proposal proposal, Plan plan) {
    Optional<Manifest> done = publishedAs(proposal);
    if (done.isPresent()) {
      finish(proposal, plan, done.get());
      return new Outcome.Unchanged(done.get());
    }
    return switch (broughtToNow(proposal)) {
      case Merge.Brought.Conflict(var keys) ->
          Outcome.Refused.because(
              "Proposal %d is based on version %d; since then somebody changed the same values: %s. Nothing was published. Import the list again to decide anew, and withdraw this proposal."
                  .formatted(
                      proposal.number(),
                      proposal.basedOn(),
                      String.join(", ", keys.stream().limit(10).toList())));
      case Merge.Brought.Onto(List<BookValue> book) -> {
        boolean endsTrial = plan.stores().isEmpty() && publisher.books().trial().isPresent();
        Outcome outcome =
            Outcome.of(
                publisher.publish(book, new Release(plan.by(), note(proposal), plan.stores())),
                endsTrial
                    ? List.of("The trial that was running is over: its stores take this book, too.")
                    : List.of());
        switch (outcome) {
          case Outcome.Published published -> finish(proposal, plan, published.manifest());
          case Outcome.Unchanged unchanged -> finish(proposal, plan, unchanged.manifest());
          case Outcome.Taken taken -> {}
          case Outcome.Refused refused -> {}
          case Outcome.Spoilt spoilt -> {}
        }
        yield outcome;
      }
    };
  }

  /**
   * The book that publishing it now would publish; when it conflicts with what was published since,
   * its own book.
   */
  public List<BookValue> wouldPublish(Proposal proposal) {
    return switch (broughtToNow(proposal)) {
      case Merge.Brought.Onto(List<BookValue> book) -> book;
      case Merge.Brought.Conflict conflict -> folder.book(proposal.number());
    };
  }

  private Merge.Brought broughtToNow(Proposal proposal) {
    List<BookValue> book = folder.book(proposal.number());
    Snapshot published = publisher.snapshot();
    if (published.version() == proposal.basedOn()) {
      return new Merge.Brought.Onto(book);
    }
    List<BookValue> base =
        proposal.basedOn() == 0
            ? List.of()
            : publisher
                .valuesOf(proposal.basedOn())
                // the log begins later: only what is the same in both is certain
                .orElse(List.of());
    return Merge.onto(base, book, published.values());
  }

  private Optional<Manifest> publishedAs(Proposal proposal) {
    return publisher.versions().stream()
        .filter(version -> version.version() > proposal.basedOn())
        .map(LoggedVersion::manifest)
        .filter(manifest -> note(proposal).equals(manifest.note()))
        .findFirst();
  }

  private void finish(Proposal proposal, Plan plan, Manifest manifest) {
    folder.replace(
        proposal.published(
            plan, manifest.version(), step(ProposalState.PUBLISHED, plan.by(), null)));
  }

  private static String note(Proposal proposal) {
    return "proposal %d, %s".formatted(proposal.number(), proposal.from());
  }

  private static Outcome unapproved(Proposal proposal) {
    return Outcome.Refused.because(
        "Proposal %d needs the approval of somebody other than %s: %s. Nothing was published. Next: pricebook approve %d"
            .formatted(
                proposal.number(),
                proposal.by(),
                String.join("; ", proposal.reasons()),
                proposal.number()));
  }

  private Outcome taken(Proposal proposal) {
    folder.replace(proposal);
    return new Outcome.Taken(proposal);
  }

  private Outcome on(int number, Function<Proposal, Outcome> work) {
    return lock.hold(() -> {
      Optional<Proposal> found = folder.find(number);
      if (found.isEmpty()) {
        return Outcome.Refused.because(
            "There is no proposal %d. See pricebook proposals.".formatted(number));
      }
      return found.get().state().isFinished()
          ? Outcome.Refused.because(
              "Proposal %d is finished: %s.".formatted(number, ProposalWords.state(found.get())))
          : work.apply(found.get());
    });
  }

  private Step step(ProposalState to, String by, @Nullable String why) {
    return new Step(to, by, now(), why);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
