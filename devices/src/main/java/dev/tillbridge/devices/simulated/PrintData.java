package dev.tillbridge.devices.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns JavaPOS print data into the lines that reach the paper. */
final class PrintData {

  /** Bold, size, alignment and their like leave no trace in a text of the paper. */
  private static final Pattern ESCAPE_SEQUENCE = Pattern.compile("\u001b\\|[^A-Z]*[A-Z]");

  private final StringBuilder begun = new StringBuilder();

  /** The lines completed by this data; what follows the last line feed waits for the next. */
  List<String> lines(String data) {
    List<String> lines = new ArrayList<>();
    for (char character : ESCAPE_SEQUENCE.matcher(data).replaceAll("").toCharArray()) {
      if (character == '\n') {
        lines.add(takeLine());
      } else if (character != '\r') {
        if (begun.length() == SimulatedPrinter.LINE_CHARS) {
          lines.add(takeLine());
        }
        begun.append(character);
      }
    }
    return lines;
  }

  void clear() {
    begun.setLength(0);
  }

  private String takeLine() {
    String line = begun.toString().stripTrailing();
    begun.setLength(0);
    return line;
  }
}
