package dev.tillbridge.register.screen;

import dev.tillbridge.register.customer.CardRefusal;
import dev.tillbridge.register.lane.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the screen tells the clerk about the last step.
 *
 * @param command of the lane when it was said; a newer command has something newer to say
 * @param refusal why nothing was done, null when it was
 * @param done what was done, null when the ticket shows it well enough
 */
public record Said(long command, @Nullable Refusal refusal, @Nullable String done) {

  static final Said NOTHING = new Said(0, null, null);

  /** The panel in which the clerk goes on from here; empty for none. */
  public String opens() {
    return refusal instanceof CardRefusal.NobodyHas ? "customers" : "";
  }
}
