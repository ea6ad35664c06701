package dev.tillbridge.it.chromium;

import com.microsoft.playwright.Browser;
import dev.tillbridge.it.requirement.Requirement;

/** The Chromium of this machine, without a window. */
public final class Chromium implements AutoCloseable {

  private final LocalChromium chromium;

  private Chromium(LocalChromium chromium) {
    this.chromium = chromium;
  }

  /**
   * Starts it; without one the test is skipped, or fails under {@code
   * -Dtillbridge.require=browser}.
   */
  public static Chromium startOrSkip() {
    return new Chromium(
        LocalChromium.start(
            LocalChromium.executable()
                .orElseGet(() -> Requirement.BROWSER.missing(LocalChromium.MISSING))));
  }

  public Browser browser() {
    return chromium.browser();
  }

  @Override
  public void close() {
    chromium.close();
  }
}
