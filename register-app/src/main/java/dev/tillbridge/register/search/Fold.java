package dev.tillbridge.register.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as they are compared: small letters without marks, so that {@code Čokolada} is cokolada.
 */
public final class Fold {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Fold() {}

  /** The words of a text in their order. */
  public static List<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String folded = letters(plain.toLowerCase(Locale.ROOT));
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(folded)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Letters that have no decomposition. */
  private static String letters(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case 'đ', 'ð' -> folded.append('d');
        case 'ł' -> folded.append('l');
        case 'ø' -> folded.append('o');
        case 'ı' -> folded.append('i');
        case 'æ' -> folded.append("ae");
        case 'œ' -> folded.append("oe");
        case 'ß' -> folded.append("ss");
        case 'þ' -> folded.append("th");
        default -> folded.append(letter);
      }
    }
    return folded.toString();
  }
}
