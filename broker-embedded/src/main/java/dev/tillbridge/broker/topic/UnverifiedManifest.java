package dev.tillbridge.broker.topic;

import dev.tillbridge.model.pricebook.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * When to read a topic again whose values did not make up what its manifest seals: at the next
 * poll, because a publish may be under way; then rarely; and at once with another manifest. For one
 * thread.
 */
public final class UnverifiedManifest {

  /** Reading again in full is not cheap: after the second failure only each so many polls. */
  public static final int POLLS_BETWEEN_READINGS = 10;

  private @Nullable Manifest manifest;
  private int failures;
  private int pollsLeft;

  /** Asked once per poll. */
  public boolean mayRead(Manifest published) {
    return !published.equals(manifest) || --pollsLeft <= 0;
  }

  /** The values were not those of this manifest. */
  public void failed(Manifest published) {
    failures = published.equals(manifest) ? failures + 1 : 1;
    pollsLeft = failures == 1 ? 1 : POLLS_BETWEEN_READINGS;
    manifest = published;
  }

  /** The values were verified: nothing is to be read again. */
  public void clear() {
    manifest = null;
  }
}
