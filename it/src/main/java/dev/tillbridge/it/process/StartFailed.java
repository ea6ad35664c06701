package dev.tillbridge.it.process;

/** A program did not get ready; the message holds its exit code and its last lines. */
public final class StartFailed extends RuntimeException {

  public StartFailed(String message) {
    super(message);
  }
}
