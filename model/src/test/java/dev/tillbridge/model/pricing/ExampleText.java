package dev.tillbridge.model.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The worked examples, as written: the book, and one example after the other. */
record ExampleText(List<Line> book, List<Example> examples) {

  static final String FILE = "/pricing/examples.txt";

  /** A line that says something, and where it stands. */
  record Line(int number, String text) {

    String[] words() {
      return text.split("\\s+");
    }

    IllegalArgumentException wrong(String why) {
      return new IllegalArgumentException(
          "%s, line %d, \"%s\": %s".formatted(FILE, number, text, why));
    }
  }

  /** A name and what is said under it. */
  record Example(Line name, List<Line> lines) {}

  static ExampleText read() {
    List<Line> book = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    int number = 0;
    for (String text : text().lines().toList()) {
      Line line = new Line(++number, text.strip());
      if (text.startsWith("== ")) {
        examples.add(new Example(new Line(number, text.substring(3).strip()), new ArrayList<>()));
      } else if (!text.isBlank() && !text.startsWith("#")) {
        (examples.isEmpty() ? book : examples.getLast().lines()).add(line);
      }
    }
    return new ExampleText(book, examples);
  }

  private static String text() {
    try (InputStream file = ExampleText.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not among the tests' resources.");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
