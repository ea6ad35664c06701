package dev.tillbridge.register.lane;

import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.util.Locale;
import org.joda.money.Money;

/** Texts for a customer display of two lines of 20 characters. */
final class CustomerDisplay {

  private static final int WIDTH = 20;

  private CustomerDisplay() {}

  /** A word at the left, the amount at the right. */
  static String amount(PaperWord what, Money amount, Words words) {
    String word = words.of(what).toUpperCase(Locale.forLanguageTag(words.language()));
    String right = words.figures(amount);
    return word + " ".repeat(Math.max(1, WIDTH - word.length() - right.length())) + right;
  }

  /** As much of a name as fits. */
  static String name(String name) {
    return name.length() <= WIDTH ? name : name.substring(0, WIDTH);
  }
}
