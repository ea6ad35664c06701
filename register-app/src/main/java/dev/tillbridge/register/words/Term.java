package dev.tillbridge.register.words;

import java.util.Locale;

/** A word or sentence of which each language has a text, in the bundle of its kind. */
public sealed interface Term permits Word, DoneWord, PaperWord, JournalWord, CounterWord {

  String name();

  /** Its key in the bundle. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
