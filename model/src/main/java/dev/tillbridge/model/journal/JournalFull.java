package dev.tillbridge.model.journal;

/** The disk has no room for another entry; nothing was stored. */
public final class JournalFull extends RuntimeException {

  public JournalFull(String message) {
    super(message);
  }
}
