package dev.tillbridge.pricebook.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the file is written.
 *
 * @param charset a name such as windows-1250, or auto
 * @param delimiter between cells: one character, or tab
 * @param quote around cells: one character, or none
 * @param headerLine line of the headings, 0 when there are none; what is before it is skipped
 * @param sheet of an XLSX file: its name or its number from 1, null for the first
 */
public record FileLayout(
    String charset, String delimiter, String quote, Integer headerLine, @Nullable String sheet) {

  private static final int HEADER_LINE_MAX = 1000;

  public FileLayout {
    charset = charset == null ? "auto" : charset;
    delimiter = delimiter == null ? "," : delimiter;
    quote = quote == null ? "\"" : quote;
    headerLine = headerLine == null ? 1 : headerLine;
    if (!charset.equals("auto")) {
      requireCharset(charset);
    }
    if (!delimiter.equals("tab") && delimiter.length() != 1) {
      throw new IllegalArgumentException(
          "delimiter is one character such as \";\", or tab; got \"" + delimiter + "\".");
    }
    if (!quote.equals("none") && quote.length() != 1) {
      throw new IllegalArgumentException(
          "quote is one character such as '\"', or none; got \"" + quote + "\".");
    }
    if (headerLine < 0 || headerLine > HEADER_LINE_MAX) {
      throw new IllegalArgumentException(
          "header-line is 0 (no headings) to %d; got %d.".formatted(HEADER_LINE_MAX, headerLine));
    }
  }

  /** A file with commas and headings in its first line. */
  public static FileLayout standard() {
    return new FileLayout("auto", ",", "\"", 1, null);
  }

  /** The charset named; empty when it is to be found out. */
  public Optional<Charset> namedCharset() {
    return charset.equals("auto") ? Optional.empty() : Optional.of(Charset.forName(charset));
  }

  public char delimiterCharacter() {
    return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
  }

  /** Null when cells are not quoted. */
  public @Nullable Character quoteCharacter() {
    return quote.equals("none") ? null : quote.charAt(0);
  }

  private static void requireCharset(String charset) {
    try {
      Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "charset is auto or a name such as UTF-8 or windows-1250; got \"" + charset + "\".", e);
    }
  }
}
