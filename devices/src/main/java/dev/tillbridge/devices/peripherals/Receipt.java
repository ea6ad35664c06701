package dev.tillbridge.devices.peripherals;

import java.util.List;
import java.util.stream.Stream;

/**
 * A receipt as it will be on paper: lines of at most {@value #WIDTH} characters.
 *
 * <p>A longer line continues on the next one. Control characters become spaces, because a printer
 * would obey those in an item's name.
 *
 * @param cut whether the paper is cut after the last line
 */
public record Receipt(List<String> lines, boolean cut) {

  /** Characters in a line. */
  public static final int WIDTH = 42;

  public Receipt {
    lines = lines.stream().flatMap(Receipt::onPaper).toList();
  }

  private static Stream<String> onPaper(String line) {
    String printable = line.replaceAll("\\p{Cntrl}", " ");
    if (printable.length() <= WIDTH) {
      return Stream.of(printable);
    }
    return Stream.concat(
        Stream.of(printable.substring(0, WIDTH)), onPaper(printable.substring(WIDTH)));
  }
}
