package dev.tillbridge.model.configuration;

/** A settings file cannot be used; the message names file, key, value and what is allowed. */
public final class InvalidSetting extends RuntimeException {

  public InvalidSetting(String message) {
    super(message);
  }
}
