package dev.tillbridge.broker.access;

/** Where a broker listens. */
public record Endpoint(String host, int port) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
