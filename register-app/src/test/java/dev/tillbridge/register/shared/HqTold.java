package dev.tillbridge.register.shared;

import dev.tillbridge.model.shared.SharedRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What HQ told, as a compacted topic in memory that can be out of reach. */
public final class HqTold implements SharedSource {

  private final Map<String, Versioned> topic = new LinkedHashMap<>();
  private long version;
  private boolean unreachable;

  public void tell(SharedRecord record) {
    topic.put(record.key(), new Versioned(++version, record));
  }

  public void unreachable(boolean now) {
    unreachable = now;
  }

  @Override
  public void changedAfter(long after, Told told) {
    if (unreachable) {
      throw new IllegalStateException("There is no link to the store server.");
    }
    topic.values().stream()
        .filter(each -> each.version() > after)
        .forEach(each -> told.accept(each.version(), each.record()));
  }
}
