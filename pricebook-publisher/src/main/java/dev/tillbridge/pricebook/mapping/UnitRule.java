package dev.tillbridge.pricebook.mapping;

import dev.tillbridge.model.pricebook.SaleUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Words of the unit column and what they sell by.
 *
 * @param words in any case; {@code *} stands for anything: {@code ca*}
 * @param name on screen and receipt
 * @param decimals 0 for pieces, 3 for what is weighed
 */
public record UnitRule(List<String> words, String name, int decimals) {

  public UnitRule {
    words =
        words == null
            ? List.of()
            : words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
    Objects.requireNonNull(name, "name is missing");
    if (words.isEmpty()) {
      throw new IllegalArgumentException("Unit " + name + " needs words that stand for it.");
    }
    SaleUnit checked = new SaleUnit(name, decimals);
    name = checked.name();
  }

  /** What is sold. */
  public SaleUnit unit() {
    return new SaleUnit(name, decimals);
  }

  /** Whether this text of the unit column means it. */
  public boolean means(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> matches(word, written));
  }

  private static boolean matches(String word, String written) {
    int star = word.indexOf('*');
    if (star < 0) {
      return word.equals(written);
    }
    String head = word.substring(0, star);
    String tail = word.substring(star + 1);
    return written.length() >= head.length() + tail.length()
        && written.startsWith(head)
        && written.endsWith(tail);
  }
}
