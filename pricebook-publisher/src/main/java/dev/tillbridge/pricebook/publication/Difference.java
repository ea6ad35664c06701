package dev.tillbridge.pricebook.publication;

import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to change in the topic so that it holds a book.
 *
 * @param values to send, tombstones included
 */
record Difference(List<TopicValue> values, int added, int changed, int gone) {

  /** Compares wire bytes, which is what registers hash. */
  static Difference between(TopicBook topic, List<BookValue> book, long version) {
    List<TopicValue> values = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int added = 0;
    int changed = 0;
    for (BookValue value : book) {
      TopicValue wanted = TopicValue.of(value, version);
      TopicValue present = topic.values().get(wanted.key());
      keys.add(wanted.key());
      if (present == null || present.gone()) {
        added++;
        values.add(wanted);
      } else if (!Arrays.equals(present.bytes(), wanted.bytes())) {
        changed++;
        values.add(wanted);
      }
    }
    int gone = 0;
    for (TopicValue present : topic.values().values()) {
      if (!keys.contains(present.key()) && !present.gone()) {
        gone++;
        values.add(TopicValue.of(new BookValue.Gone(present.key()), version));
      }
    }
    return new Difference(values, added, changed, gone);
  }
}
