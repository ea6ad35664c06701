package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts books together. */
public final class Merge {

  private Merge() {}

  /** The given values, and the published ones of every kind that was not given. */
  public static List<BookValue> ofKinds(List<BookValue> published, List<BookValue> given) {
    Set<Class<?>> kinds = given.stream().map(Object::getClass).collect(Collectors.toSet());
    List<BookValue> book = new ArrayList<>(given);
    published.stream().filter(value -> !kinds.contains(value.getClass())).forEach(book::add);
    return book;
  }

  /** What came of bringing a proposal onto a newer book. */
  public sealed interface Brought {

    /** The newer book with the proposal's changes. */
    record Onto(List<BookValue> book) implements Brought {}

    /** These keys were changed by both, differently. */
    record Conflict(Set<String> keys) implements Brought {}
  }

  /**
   * The changes that a proposal made to a book, made to the book of now instead: what was published
   * in between stays, unless the proposal changes the same.
   */
  public static Brought onto(List<BookValue> base, List<BookValue> proposed, List<BookValue> now) {
    Map<String, BookValue> old = byKey(base);
    Map<String, BookValue> wanted = byKey(proposed);
    Map<String, BookValue> result = new TreeMap<>(byKey(now));
    Set<String> conflicts = new TreeSet<>();
    Set<String> keys = new HashSet<>(old.keySet());
    keys.addAll(wanted.keySet());
    for (String key : keys) {
      BookValue before = old.get(key);
      BookValue after = wanted.get(key);
      if (Objects.equals(before, after)) {
        continue;
      }
      BookValue present = result.get(key);
      if (!Objects.equals(present, before) && !Objects.equals(present, after)) {
        conflicts.add(key);
      }
      if (after == null) {
        result.remove(key);
      } else {
        result.put(key, after);
      }
    }
    return conflicts.isEmpty()
        ? new Brought.Onto(List.copyOf(result.values()))
        : new Brought.Conflict(conflicts);
  }

  private static Map<String, BookValue> byKey(List<BookValue> book) {
    Map<String, BookValue> map = new HashMap<>();
    book.forEach(value -> map.put(value.bookKey(), value));
    return map;
  }
}
