package dev.tillbridge.register.projection;

/** The entries do not add up; the message tells which ones. */
public final class JournalDisagrees extends RuntimeException {

  private final String message;

  public JournalDisagrees(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
