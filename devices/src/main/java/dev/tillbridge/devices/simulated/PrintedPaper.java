package dev.tillbridge.devices.simulated;

import java.util.List;

/** One piece of paper between two cuts, as a customer holds it. */
public record PrintedPaper(List<String> lines) {

  /** The lines as one text. */
  public String text() {
    return String.join("\n", lines);
  }
}
