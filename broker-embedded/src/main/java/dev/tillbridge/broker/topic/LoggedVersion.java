package dev.tillbridge.broker.topic;

import dev.tillbridge.model.pricebook.Manifest;

/**
 * A version in the log of versions, without its changes.
 *
 * @param parts its changes are in
 * @param run marks its parts
 * @param whole its changes are its whole book, whatever was before
 */
public record LoggedVersion(Manifest manifest, int parts, String run, boolean whole) {

  public long version() {
    return manifest.version();
  }
}
