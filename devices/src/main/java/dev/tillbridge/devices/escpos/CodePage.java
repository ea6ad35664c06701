package dev.tillbridge.devices.escpos;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the printer's character tables.
 *
 * @param number what selects it, as {@code ESC t number}
 */
record CodePage(String name, Charset charset, int number) {

  /** Numbers as Epson's printers have them; others may differ, so each can be given. */
  private static final Map<String, CodePage> KNOWN =
      Map.of(
          "PC437", new CodePage("PC437", Charset.forName("IBM437"), 0),
          "PC850", new CodePage("PC850", Charset.forName("IBM850"), 2),
          "WPC1252", new CodePage("WPC1252", Charset.forName("windows-1252"), 16),
          "PC852", new CodePage("PC852", Charset.forName("IBM852"), 18),
          "PC858", new CodePage("PC858", Charset.forName("IBM00858"), 19),
          "WPC1250", new CodePage("WPC1250", Charset.forName("windows-1250"), 45));

  /** The highest table number one byte selects. */
  private static final int NUMBER_MAX = 255;

  /**
   * Reads a list such as {@code PC852, PC858=19}: the first page that has a character prints it.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  static List<CodePage> parse(String written) {
    List<CodePage> pages = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      String[] parts = one.strip().split("=", -1);
      CodePage known = KNOWN.get(parts[0].strip().toUpperCase(Locale.ROOT));
      if (known == null || parts.length > 2) {
        throw new IllegalArgumentException(
            "\""
                + one.strip()
                + "\" is no code page; allowed: "
                + KNOWN.keySet().stream().sorted().toList()
                + ", each with its number if the printer has another, such as PC852=18");
      }
      pages.add(
          parts.length == 1
              ? known
              : new CodePage(known.name, known.charset, number(parts[1].strip())));
    }
    return List.copyOf(pages);
  }

  boolean has(int character) {
    return charset.newEncoder().canEncode(Character.toString(character));
  }

  private static int number(String digits) {
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > NUMBER_MAX) {
      throw new IllegalArgumentException(
          "\"" + digits + "\" selects no code page; allowed: 0 to " + NUMBER_MAX);
    }
    return Integer.parseInt(digits);
  }
}
