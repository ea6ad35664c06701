package dev.tillbridge.it.pictures;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Takes pictures of a page once nothing on it is on its way. */
final class Camera {

  /** Width and height in pixels. */
  record Size(int width, int height) {}

  static final Size WIDE = new Size(1280, 800);
  private static final Size SMALL = new Size(1024, 768);
  private static final Size PHONE = new Size(390, 844);

  private final Page page;
  private final Path folder;

  Camera(Page page, Path folder) {
    this.page = page;
    this.folder = folder;
  }

  /** At 1280x800 in the light theme. */
  void take(String name) {
    settle();
    page.mouse().move(0, 0);
    byte[] png =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
    Path file = folder.resolve(name + ".png");
    try {
      Palette.write(png, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    System.out.println(name);
  }

  /** The same, then at 1024x768, in the dark theme and on a phone. */
  void takeInAllSizes(String name) {
    take(name);
    in(SMALL, name + "-1024");
    in(PHONE, name + "-phone");
    takeDark(name);
  }

  /** At 1280x800 in both themes. */
  void takeInBothThemes(String name) {
    take(name);
    takeDark(name);
  }

  private void takeDark(String name) {
    theme("dark");
    take(name + "-dark");
    theme("light");
  }

  private void in(Size size, String name) {
    page.setViewportSize(size.width(), size.height());
    take(name);
    page.setViewportSize(WIDE.width(), WIDE.height());
  }

  private void theme(String theme) {
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
  }

  private void settle() {
    page.waitForFunction(
        "() => document.fonts.status === 'loaded' && !document.querySelector('.htmx-request')");
  }
}
