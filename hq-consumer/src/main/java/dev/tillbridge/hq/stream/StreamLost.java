package dev.tillbridge.hq.stream;

/** The connection to the stream broke; what was not confirmed will come again. */
public final class StreamLost extends RuntimeException {

  public StreamLost(String message, Throwable cause) {
    super(message, cause);
  }
}
