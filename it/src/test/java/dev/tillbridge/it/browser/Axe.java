package dev.tillbridge.it.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Checks a page as it is now against the rules of WCAG 2.1, levels A and AA. */
final class Axe {

  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String RUN =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(found =>
        found.violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id} at ${node.target}: ${node.failureSummary.replaceAll('\\n', ' ')}`)))
      """;

  private Axe() {}

  /** What breaks a rule, in words; empty when nothing does. */
  static List<String> violations(Page page) {
    page.evaluate(script());
    return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(Axe.class.getResourceAsStream(SCRIPT), "axe-core is missing")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
