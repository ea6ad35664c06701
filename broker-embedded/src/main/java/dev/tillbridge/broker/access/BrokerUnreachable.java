package dev.tillbridge.broker.access;

/** No session could be had; the message names the broker, the reason and what to check. */
public final class BrokerUnreachable extends RuntimeException {

  public BrokerUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
