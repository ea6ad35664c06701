package dev.tillbridge.register.favourites;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts in how many lines each item was sold on this register: of the newest entries in its
 * journal, and since. Thread-safe.
 *
 * <p>At {@link #ITEMS_MAX} different items, those sold once are forgotten.
 */
public final class SoldMost {

  static final int ENTRIES_MAX = 2_000;
  static final int ITEMS_MAX = 5_000;

  private final Map<String, Integer> timesSold = new HashMap<>();
  private @Nullable LaneView before;

  /** Takes in what the journal has; may take a second, so on a thread of its own. */
  public void readFrom(Journal journal) {
    long newest = journal.tail().sequence();
    journal.readAfter(Math.max(0, newest - ENTRIES_MAX), this::count);
  }

  private void count(StoredEntry stored) {
    if (stored.entry().body() instanceof EntryBody.TicketCompleted completed
        && completed.ticket().kind() == TicketKind.SALE) {
      sold(completed.ticket().lines());
    }
  }

  /** Takes in what the lane just did. */
  public synchronized void changed(LaneView now) {
    LaneView earlier = before;
    before = now;
    LaneView.Last last = now.last();
    if (now.training()
        || earlier == null
        || earlier.training()
        || last == null
        || last.kind() != TicketKind.SALE) {
      return;
    }
    LaneView.Last lastEarlier = earlier.last();
    if (lastEarlier == null || lastEarlier.sequence() != last.sequence()) {
      sold(earlier.ticket().lines());
    }
  }

  private synchronized void sold(List<TicketLine> lines) {
    lines.stream()
        .filter(line -> line.event() == null) // an event has keys of its own
        .forEach(line -> timesSold.merge(line.item(), 1, Integer::sum));
    if (timesSold.size() > ITEMS_MAX) {
      timesSold.values().removeIf(times -> times == 1);
    }
  }

  /** Item codes, the one sold most first. */
  synchronized List<String> top(int most) {
    return timesSold.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
