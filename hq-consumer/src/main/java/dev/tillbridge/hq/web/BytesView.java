package dev.tillbridge.hq.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Bytes from anybody, as text and in hexadecimal, so that nothing in them can act on the page: what
 * does not print is shown as a sign of its own, and only the beginning of a long message is shown.
 *
 * @param total how many bytes there are
 * @param textCut whether the text shows only the beginning
 * @param hexCut whether the hexadecimal shows only the beginning
 */
public record BytesView(long total, String text, boolean textCut, String hex, boolean hexCut) {

  static final int TEXT_MAX = 16 * 1_024;
  static final int HEX_MAX = 4 * 1_024;
  private static final int HEX_WIDTH = 16;

  static BytesView of(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, TEXT_MAX), StandardCharsets.UTF_8);
    return new BytesView(
        bytes.length,
        printable(text),
        bytes.length > TEXT_MAX,
        hex(Arrays.copyOf(bytes, Math.min(bytes.length, HEX_MAX))),
        bytes.length > HEX_MAX);
  }

  /** Line feeds stay; control, format and private characters become one visible sign. */
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> shown.appendCodePoint(prints(point) ? point : 0xFFFD));
    return shown.toString();
  }

  private static boolean prints(int point) {
    return point == '\n'
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static String hex(byte[] bytes) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < bytes.length; at += HEX_WIDTH) {
      StringBuilder digits = new StringBuilder();
      StringBuilder signs = new StringBuilder();
      for (int i = at; i < Math.min(at + HEX_WIDTH, bytes.length); i++) {
        digits.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
        signs.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      lines.append(String.format(Locale.ROOT, "%06x  %-48s %s%n", at, digits, signs));
    }
    return lines.toString();
  }
}
