package dev.tillbridge.it.browser;

import com.microsoft.playwright.Browser;
import dev.tillbridge.it.chromium.LocalChromium;
import dev.tillbridge.it.requirement.Requirement;

/** The Chromium of this machine, without a window. */
final class Chromium implements AutoCloseable {

  private final LocalChromium chromium;

  private Chromium(LocalChromium chromium) {
    this.chromium = chromium;
  }

  /**
   * Starts it; without one the test is skipped, or fails under {@code
   * -Dtillbridge.require=browser}.
   */
  static Chromium startOrSkip() {
    return new Chromium(
        LocalChromium.start(
            LocalChromium.executable()
                .orElseGet(() -> Requirement.BROWSER.missing(LocalChromium.MISSING))));
  }

  Browser browser() {
    return chromium.browser();
  }

  @Override
  public void close() {
    chromium.close();
  }
}
