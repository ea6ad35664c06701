package dev.tillbridge.devices.escpos;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns JavaPOS print data into ESC/POS: characters by code page, escape sequences by command. */
final class TextWriter {

  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\|(!?)(\\d{0,3})([a-z]*)([A-Z])");

  private static final int FEED_MAX = 255;

  private final List<CodePage> pages;
  private CodePage selected;

  TextWriter(List<CodePage> pages) {
    this.pages = pages;
    this.selected = pages.getFirst();
  }

  /** After the printer was initialised. */
  void begin(EscPos out) {
    selected = pages.getFirst();
    out.codePage(selected.number());
  }

  /** Attributes end with the data, as JavaPOS has it. */
  void write(String data, EscPos out) {
    Matcher sequence = SEQUENCE.matcher(data);
    int done = 0;
    boolean styled = false;
    while (sequence.find()) {
      characters(data.substring(done, sequence.start()), out);
      styled |= style(sequence, out);
      done = sequence.end();
    }
    characters(data.substring(done), out);
    if (styled) {
      normal(out);
    }
  }

  private boolean style(Matcher sequence, EscPos out) {
    boolean on = sequence.group(1).isEmpty();
    String number = sequence.group(2);
    switch (sequence.group(3) + sequence.group(4)) {
      case "bC" -> out.bold(on);
      case "uC" -> out.underline(on);
      case "rvC" -> out.reverse(on);
      case "C" ->
          out.size(
              number.equals("2") || number.equals("4"), number.equals("3") || number.equals("4"));
      case "lA" -> out.align(0);
      case "cA" -> out.align(1);
      case "rA" -> out.align(2);
      case "N" -> normal(out);
      case "lF" -> out.feed(number.isEmpty() ? 1 : Math.min(FEED_MAX, Integer.parseInt(number)));
      case "P", "fP" -> out.cut();
      default -> {
        return false; // What this printer does not do leaves no trace, as JavaPOS has it.
      }
    }
    return true;
  }

  private static void normal(EscPos out) {
    out.bold(false).underline(false).reverse(false).size(false, false).align(0);
  }

  private void characters(String text, EscPos out) {
    text.codePoints().forEach(character -> character(character, out));
  }

  private void character(int character, EscPos out) {
    if (character == '\n') {
      out.put('\n');
    } else if (character >= ' ' && character < 0x7f) {
      out.put(character);
    } else if (character >= 0xa0) {
      Optional<CodePage> page = pageOf(character);
      if (page.isPresent()) {
        select(page.get(), out);
        out.put(Character.toString(character).getBytes(selected.charset()));
      } else {
        out.put(plain(character));
      }
    }
  }

  private Optional<CodePage> pageOf(int character) {
    if (selected.has(character)) {
      return Optional.of(selected);
    }
    return pages.stream().filter(page -> page.has(character)).findFirst();
  }

  private void select(CodePage page, EscPos out) {
    if (!page.equals(selected)) {
      selected = page;
      out.codePage(page.number());
    }
  }

  /** The letter without its mark, or a question mark. */
  private static int plain(int character) {
    int letter =
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD).codePointAt(0);
    if (letter > ' ' && letter < 0x7f) {
      return letter;
    }
    return switch (character) {
      case 'đ' -> 'd';
      case 'Đ' -> 'D';
      case 'ł' -> 'l';
      case 'Ł' -> 'L';
      case 'ø' -> 'o';
      case 'Ø' -> 'O';
      case '\u2013', '\u2014' -> '-';
      case '\u2018', '\u2019' -> '\'';
      case '\u201c', '\u201d', '\u201e' -> '"';
      default -> '?';
    };
  }
}
