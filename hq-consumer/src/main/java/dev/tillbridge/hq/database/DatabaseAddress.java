package dev.tillbridge.hq.database;

import java.util.Properties;

/** Where the books are and who may write them. */
public record DatabaseAddress(String url, String user, String password) {

  Properties asProperties() {
    Properties properties = new Properties();
    properties.setProperty("url", url);
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return properties;
  }

  @Override
  public String toString() {
    return url;
  }
}
