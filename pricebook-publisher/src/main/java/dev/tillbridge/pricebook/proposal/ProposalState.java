package dev.tillbridge.pricebook.proposal;

/** Where a proposal is on its way. */
public enum ProposalState {
  /** Made; may be looked at, approved, published, withdrawn. */
  PROPOSED,
  /** A second person agreed. */
  APPROVED,
  /** Will be published when its time comes. */
  SCHEDULED,
  /** Is a version of the price book now; finished. */
  PUBLISHED,
  /** Will never be published; finished. */
  WITHDRAWN;

  /** Whether nothing more can happen to it. */
  public boolean isFinished() {
    return this == PUBLISHED || this == WITHDRAWN;
  }
}
