package dev.tillbridge.broker.topic;

/** The topic holds what it should never hold; the message names it and the next step. */
public final class UnusableTopic extends RuntimeException {

  public UnusableTopic(String message) {
    super(message);
  }
}
