package dev.tillbridge.screens.words;

import java.util.Locale;

/** Amounts of storage, as people read them: {@code 412 MiB}, {@code 1.4 GiB}. */
public final class ByteWords {

  private static final long KIB = 1L << 10;
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private ByteWords() {}

  /** Rounded down, so that nobody is promised room that is not there. */
  public static String of(long bytes) {
    if (bytes >= GIB) {
      long tenths = bytes / MIB * 10 / (GIB / MIB);
      return String.format(Locale.UK, "%,d.%d GiB", tenths / 10, tenths % 10);
    }
    if (bytes >= MIB) {
      return bytes / MIB + " MiB";
    }
    return Math.max(0, bytes) / KIB + " KiB";
  }
}
