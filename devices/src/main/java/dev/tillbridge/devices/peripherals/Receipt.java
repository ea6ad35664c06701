package dev.tillbridge.devices.peripherals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it will be on paper: lines of at most {@value #WIDTH} characters.
 *
 * <p>A longer line continues on the next one. Control characters become spaces, because a printer
 * would obey those in an item's name.
 *
 * @param cut whether the paper is cut after the last line
 * @param logo a picture file (PNG, BMP, GIF or JPEG) printed above the first line; null for none
 * @param code a symbol printed below the last line; null for none
 */
public record Receipt(List<String> lines, boolean cut, @Nullable Path logo, @Nullable Code code) {

  /** Characters in a line. */
  public static final int WIDTH = 42;

  /** Which symbol. */
  public enum Symbology {
    CODE128,
    QR
  }

  /**
   * What a scanner reads off the receipt.
   *
   * @param data 1 to {@value #CHARS_MAX} printable ASCII characters
   */
  public record Code(Symbology symbology, String data) {

    /** As many as a Code 128 has room for on the paper. */
    public static final int CHARS_MAX = 32;

    public Code {
      if (!data.matches("[ -~]{1," + CHARS_MAX + "}")) {
        throw new IllegalArgumentException(
            "A receipt's code has 1 to %d ASCII characters; got \"%s\"."
                .formatted(CHARS_MAX, data));
      }
    }
  }

  public Receipt {
    lines = lines.stream().flatMap(Receipt::onPaper).toList();
  }

  /** Text only. */
  public Receipt(List<String> lines, boolean cut) {
    this(lines, cut, null, null);
  }

  public Receipt withLogo(Path picture) {
    return new Receipt(lines, cut, picture, code);
  }

  public Receipt withCode(Symbology symbology, String data) {
    return new Receipt(lines, cut, logo, new Code(symbology, data));
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
