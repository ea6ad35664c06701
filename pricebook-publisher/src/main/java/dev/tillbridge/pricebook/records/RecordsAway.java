package dev.tillbridge.pricebook.records;

/** HQ's database cannot be asked; the message says why and what to check. */
public final class RecordsAway extends Exception {

  public RecordsAway(String message, Throwable cause) {
    super(message, cause);
  }

  public RecordsAway(String message) {
    super(message);
  }
}
