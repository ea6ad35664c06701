package dev.tillbridge.it.requirement;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A tool some tests need, under the name that {@code -Dtillbridge.require=browser,docker,powercut}
 * uses.
 */
public enum Requirement {
  BROWSER,
  DOCKER,
  POWERCUT;

  private static final String PROPERTY = "tillbridge.require";

  /**
   * Ends the running test: skipped, or failed when the tool is required.
   *
   * @param message what was looked for, what was not tried, how to get it
   */
  public <T> T missing(String message) {
    String word = name().toLowerCase(Locale.ROOT);
    if (List.of(System.getProperty(PROPERTY, "").split(",")).contains(word)) {
      return Assertions.fail(message + " It is required by -D" + PROPERTY + "=" + word + ".");
    }
    return Assumptions.abort(message);
  }
}
