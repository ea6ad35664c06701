package dev.tillbridge.register.screen;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.util.EnumSet;
import java.util.Set;

/** The words the page's script says itself: what the entry field asks, and faults. */
final class ScriptWords {

  private static final Set<Word> SAID = EnumSet.range(Word.SCAN_OR_TYPE, Word.PANEL_FAULT);

  private ScriptWords() {}

  static String json(Words words) {
    return Wire.JSON.writeValueAsString(words.patterns(SAID));
  }
}
