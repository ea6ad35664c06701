package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.topic.TopicValue;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A book's values with the changed ones in their place and the gone ones left out, in ascending key
 * order; read from the old book's file as the iteration goes, so it is never in memory as a whole.
 */
final class MergedValues implements Iterable<Map.Entry<String, byte[]>> {

  private final Iterable<Map.Entry<String, byte[]>> old;
  private final SortedMap<String, TopicValue> changed;

  /** Both in ascending key order. */
  MergedValues(Iterable<Map.Entry<String, byte[]>> old, SortedMap<String, TopicValue> changed) {
    this.old = old;
    this.changed = changed;
  }

  @Override
  public Iterator<Map.Entry<String, byte[]>> iterator() {
    return new Merge(old.iterator(), changed.values().iterator());
  }

  private static final class Merge implements Iterator<Map.Entry<String, byte[]>> {

    private final Iterator<Map.Entry<String, byte[]>> olds;
    private final Iterator<TopicValue> changes;
    private Map.@Nullable Entry<String, byte[]> old;
    private @Nullable TopicValue change;
    private Map.@Nullable Entry<String, byte[]> next;

    Merge(Iterator<Map.Entry<String, byte[]>> olds, Iterator<TopicValue> changes) {
      this.olds = olds;
      this.changes = changes;
      old = olds.hasNext() ? olds.next() : null;
      change = changes.hasNext() ? changes.next() : null;
      next = advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Map.Entry<String, byte[]> next() {
      Map.Entry<String, byte[]> entry = next;
      if (entry == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return entry;
    }

    private Map.@Nullable Entry<String, byte[]> advance() {
      while (old != null || change != null) {
        Map.Entry<String, byte[]> oldest = old;
        TopicValue changing = change;
        int order = order(oldest, changing);
        if (order <= 0) {
          old = olds.hasNext() ? olds.next() : null;
        }
        if (order >= 0) {
          change = changes.hasNext() ? changes.next() : null;
        }
        if (order < 0) {
          return oldest;
        }
        if (changing != null && !changing.gone()) {
          return Map.entry(changing.key(), changing.bytes());
        }
      }
      return null;
    }

    private static int order(Map.@Nullable Entry<String, byte[]> old, @Nullable TopicValue change) {
      if (old == null) {
        return 1;
      }
      return change == null ? -1 : old.getKey().compareTo(change.key());
    }
  }
}
