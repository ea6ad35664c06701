package dev.tillbridge.pricebook.mapping;

/**
 * A mapping or terms file cannot be used; the message names file, line, key and what is allowed.
 */
public final class InvalidMapping extends IllegalArgumentException {

  public InvalidMapping(String message) {
    super(message);
  }

  InvalidMapping(String message, Throwable cause) {
    super(message, cause);
  }
}
