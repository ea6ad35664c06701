package dev.tillbridge.it.pictures;

import com.microsoft.playwright.Page;
import dev.tillbridge.it.page.TillPage;
import java.nio.file.Path;

/** Takes pictures of a till once HQ has everything, so that its status bar is a quiet one. */
final class Photographer {

  private final TillPage till;
  private final Camera camera;
  private boolean linked = true;

  Photographer(TillPage till, Camera camera) {
    this.till = till;
    this.camera = camera;
  }

  /** At 1280x800 in the light theme. */
  void take(String name) {
    upToDate();
    camera.take(name);
  }

  /** A picture in every size and theme. */
  void takeInAllSizes(String name) {
    upToDate();
    camera.takeInAllSizes(name);
  }

  /** Whether HQ can have everything. */
  void linked(boolean now) {
    linked = now;
  }

  private void upToDate() {
    if (linked) {
      till.upToDate();
    }
  }

  /** Photographs what stands in the way of a step; tells where. */
  Path failure(Path folder) {
    Path file = folder.resolve("failed.png");
    till.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    return file;
  }
}
