package dev.tillbridge.pricebook.proposal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** A proposal's state in the words of screen and command line. */
public final class ProposalWords {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private ProposalWords() {}

  /** With times in UTC. */
  static String state(Proposal proposal) {
    return state(proposal, ZoneOffset.UTC);
  }

  /** For example {@code scheduled for 2026-11-24 03:00 by ann}. */
  public static String state(Proposal proposal, ZoneId zone) {
    Step last = proposal.steps().getLast();
    Plan plan = proposal.plan();
    return switch (proposal.state()) {
      case PROPOSED ->
          proposal.needsApproval()
              ? "waits for approval by somebody other than " + proposal.by()
              : "can be published";
      case APPROVED -> "approved by " + last.by();
      case SCHEDULED ->
          "scheduled for %s by %s%s"
              .formatted(
                  MINUTES.format(Objects.requireNonNull(plan).at().atZone(zone)),
                  plan.by(),
                  stores(plan));
      case PUBLISHED ->
          "published as version %d by %s%s"
              .formatted(proposal.version(), last.by(), plan == null ? "" : stores(plan));
      case WITHDRAWN -> "withdrawn by " + last.by() + (last.why() == null ? "" : ": " + last.why());
    };
  }

  private static String stores(Plan plan) {
    return plan.stores().isEmpty() ? "" : ", first for " + String.join(", ", plan.stores());
  }
}
