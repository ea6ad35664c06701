package dev.tillbridge.register.search;

import dev.tillbridge.model.pricebook.BookValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes items one by one. For one thread; it can be thrown away at any time. */
final class NameIndexBuilder {

  private final List<String> codes = new ArrayList<>();
  private final Map<String, Numbers> itemsByWord = new HashMap<>();
  private final List<String> firstWords = new ArrayList<>();

  private static final class Numbers {

    private int[] values = new int[2];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  /** Whether there was still room for it. */
  boolean add(BookValue.Item item) {
    int number = codes.size();
    if (number == NameIndex.ITEMS_MAX) {
      return false;
    }
    codes.add(item.code());
    List<String> name = Fold.words(item.name());
    Set<String> words = new LinkedHashSet<>();
    name.stream().limit(NameIndex.WORDS_MAX).forEach(words::add);
    words.addAll(Fold.words(item.code()));
    words.forEach(word -> itemsByWord.computeIfAbsent(word, w -> new Numbers()).add(number));
    firstWords.add(name.isEmpty() ? "" : name.getFirst());
    return true;
  }

  NameIndex build() {
    List<String> words = new ArrayList<>(itemsByWord.keySet());
    words.sort(
        Comparator.comparing(w -> w.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    Map<String, Integer> numberOf = HashMap.newHashMap(words.size());
    int[] starts = new int[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      numberOf.put(words.get(i), i);
      starts[i + 1] = starts[i] + numbers(words.get(i)).size;
    }
    int[] items = new int[starts[words.size()]];
    for (int i = 0; i < words.size(); i++) {
      Numbers numbers = numbers(words.get(i));
      System.arraycopy(numbers.values, 0, items, starts[i], numbers.size);
    }
    int[] first = firstWords.stream().mapToInt(word -> numberOf.getOrDefault(word, -1)).toArray();
    return new NameIndex(StringBlock.of(words), StringBlock.of(codes), starts, items, first);
  }

  private Numbers numbers(String word) {
    return itemsByWord.getOrDefault(word, new Numbers());
  }
}
