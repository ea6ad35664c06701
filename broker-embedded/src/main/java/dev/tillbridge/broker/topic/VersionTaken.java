package dev.tillbridge.broker.topic;

/** Somebody else published this version first; nothing of this publish is in the topic. */
public final class VersionTaken extends RuntimeException {

  private final long version;

  VersionTaken(long version, Throwable cause) {
    super("Price book version " + version + " was published by somebody else just now.", cause);
    this.version = version;
  }

  /** The version that was taken. */
  public long version() {
    return version;
  }
}
