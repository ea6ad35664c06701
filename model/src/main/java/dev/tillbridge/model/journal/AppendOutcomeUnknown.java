package dev.tillbridge.model.journal;

/** The write failed after it began: the journal's tail tells whether the entry is there. */
public final class AppendOutcomeUnknown extends RuntimeException {

  public AppendOutcomeUnknown(String message) {
    super(message);
  }

  public AppendOutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
