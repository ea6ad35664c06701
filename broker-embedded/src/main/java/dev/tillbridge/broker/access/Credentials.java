package dev.tillbridge.broker.access;

/** A user of a broker. */
public record Credentials(String user, String password) {

  @Override
  public String toString() {
    return user;
  }
}
