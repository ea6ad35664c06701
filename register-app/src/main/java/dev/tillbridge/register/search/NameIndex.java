package dev.tillbridge.register.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which items have which words in their name or code. Immutable.
 *
 * <p>All words in order in one block of bytes, and for each the numbers of its items: about 50
 * bytes an item, 5 MB for 100,000 items ({@link #bytes} tells).
 */
final class NameIndex {

  /** Items of a book beyond these are found by code and barcode only. */
  static final int ITEMS_MAX = 1_000_000;

  /** Words of a name, and words asked for, beyond these are not looked at. */
  static final int WORDS_MAX = 16;

  private final StringBlock words;
  private final StringBlock codes;

  /** Items of word w: {@code items[starts[w]]} to {@code items[starts[w + 1] - 1]}. */
  private final int[] starts;

  private final int[] items;

  /** For each item the word its name begins with. */
  private final int[] firstWords;

  NameIndex(StringBlock words, StringBlock codes, int[] starts, int[] items, int[] firstWords) {
    this.words = words;
    this.codes = codes;
    this.starts = starts;
    this.items = items;
    this.firstWords = firstWords;
  }

  /**
   * Codes of items whose names or codes have a word beginning with each word of the text.
   *
   * @param total how many there are altogether
   * @param codes of the first ones: those whose name begins with the first word asked for, then the
   *     others, each in the order of the book
   */
  record Matches(int total, List<String> codes) {

    static final Matches NONE = new Matches(0, List.of());
  }

  Matches find(String text, int most) {
    Set<String> asked = new LinkedHashSet<>(Fold.words(text));
    if (asked.isEmpty()) {
      return Matches.NONE;
    }
    BitSet found = null;
    for (String prefix : asked.stream().limit(WORDS_MAX).toList()) {
      BitSet having = having(prefix);
      if (found == null) {
        found = having;
      } else {
        found.and(having);
      }
    }
    return found == null ? Matches.NONE : matches(found, asked.iterator().next(), most);
  }

  private BitSet having(String prefix) {
    BitSet having = new BitSet(codes.size());
    int end = starts[words.after(prefix)];
    for (int i = starts[words.from(prefix)]; i < end; i++) {
      having.set(items[i]);
    }
    return having;
  }

  private Matches matches(BitSet found, String first, int most) {
    int from = words.from(first);
    int after = words.after(first);
    List<String> chosen = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int item = found.nextSetBit(0);
        item >= 0 && chosen.size() < most;
        item = found.nextSetBit(item + 1)) {
      if (firstWords[item] >= from && firstWords[item] < after) {
        chosen.add(codes.get(item));
      } else if (others.size() < most) {
        others.add(codes.get(item));
      }
    }
    others.stream().limit((long) most - chosen.size()).forEach(chosen::add);
    return new Matches(found.cardinality(), chosen);
  }

  /** Items in it. */
  int size() {
    return codes.size();
  }

  /** What it takes of the heap. */
  long bytes() {
    return words.bytes()
        + codes.bytes()
        + Integer.BYTES * ((long) starts.length + items.length + firstWords.length);
  }
}
