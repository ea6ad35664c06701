package dev.tillbridge.pricebook.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A book before it is published, without its values.
 *
 * @param number counts from 1
 * @param from what it was made of, for example a file's name
 * @param basedOn version it was compared with, 0 for none
 * @param counts how many values it changes
 * @param reasons why a second person must approve it, empty when nobody must
 * @param plan set while it is scheduled and after it was published
 * @param version it became, null before
 * @param problem why its last publish did not happen, null when there is none
 * @param steps what happened to it, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
    int number,
    ProposalState state,
    String from,
    long basedOn,
    Counts counts,
    List<String> reasons,
    @Nullable Plan plan,
    @Nullable Long version,
    @Nullable String problem,
    List<Step> steps) {

  public Proposal {
    Objects.requireNonNull(state, "state is missing");
    Objects.requireNonNull(counts, "counts are missing");
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A proposal was made by somebody; proposal " + number);
    }
  }

  /** Values it changes against the version it is based on. */
  public record Counts(int added, int changed, int gone, int outliers) {}

  static Proposal made(
      int number, String from, long basedOn, Counts counts, List<String> reasons, Step step) {
    return new Proposal(
        number, step.to(), from, basedOn, counts, reasons, null, null, null, List.of(step));
  }

  /** Who made it. */
  @JsonIgnore
  public String by() {
    return steps.getFirst().by();
  }

  /** When it was made. */
  @JsonIgnore
  public Instant at() {
    return steps.getFirst().at();
  }

  /** Whether a second person approved it. */
  @JsonIgnore
  public boolean isApproved() {
    return steps.stream().anyMatch(step -> step.to() == ProposalState.APPROVED);
  }

  /** Whether somebody has to approve it before it can be published. */
  @JsonIgnore
  public boolean needsApproval() {
    return !reasons.isEmpty() && !isApproved();
  }

  Proposal approved(Step step) {
    return with(step, plan, version, problem);
  }

  Proposal withdrawn(Step step) {
    return with(step, plan, version, problem);
  }

  Proposal scheduled(Plan newPlan, Step step) {
    return with(step, newPlan, version, null);
  }

  Proposal published(Plan done, long newVersion, Step step) {
    return with(step, done, newVersion, null);
  }

  /** Back where it was before it was scheduled. */
  Proposal failed(String newProblem, Step step) {
    return with(step, null, version, newProblem);
  }

  private Proposal with(
      Step step, @Nullable Plan newPlan, @Nullable Long newVersion, @Nullable String newProblem) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Proposal(
        number, step.to(), from, basedOn, counts, reasons, newPlan, newVersion, newProblem, all);
  }
}
