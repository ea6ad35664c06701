package dev.tillbridge.register.screen;

import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import org.jspecify.annotations.Nullable;

/** What is said of things asked elsewhere. */
final class AskedWords {

  private AskedWords() {}

  /** The sentence while somebody is being asked; null when nobody is. */
  static @Nullable String asking(Told told, Words words) {
    return told instanceof Told.Asking(String whom, String about, var since)
        ? words.of(Word.ASKING_FOR, words.text(whom), about)
        : null;
  }
}
