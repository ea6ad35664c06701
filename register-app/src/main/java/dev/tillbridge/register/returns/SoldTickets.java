package dev.tillbridge.register.returns;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.TicketNumber;
import dev.tillbridge.register.projection.TicketSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds this register's own tickets by their numbers, as far back as its journal goes. Thread-safe.
 *
 * <p>The newest {@value LaneState#RECENT_MAX} are found by the lane's index, older ones by reading
 * the journal once from its beginning; what was found is kept, at most {@value #KEPT_MAX} tickets.
 * What has left the register is not found. It reads the disk, so it is asked before a command, not
 * in one.
 */
public final class SoldTickets {

  static final int KEPT_MAX = 50;

  private final Journal journal;
  private final Supplier<LaneState> state;
  private final Map<String, SoldTicket> found = new LinkedHashMap<>();

  public SoldTickets(Journal journal, Supplier<LaneState> state) {
    this.journal = journal;
    this.state = state;
  }

  /** The ticket with this number, however its letters were typed. */
  public synchronized Optional<SoldTicket> find(String typed) {
    String number = typed.strip().toUpperCase(Locale.ROOT);
    if (!TicketNumber.isOne(number) || !number.startsWith(journal.lane() + "-")) {
      return Optional.empty();
    }
    SoldTicket kept = found.get(number);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<SoldTicket> read = read(number);
    read.ifPresent(ticket -> keep(number, ticket));
    return read;
  }

  private Optional<SoldTicket> read(String number) {
    LaneState now = state.get();
    OptionalLong at =
        now.recent().stream()
            .filter(each -> each.number().equals(number))
            .mapToLong(TicketSummary::sequence)
            .max();
    List<SoldTicket> hits = new ArrayList<>(1);
    try {
      journal.readAfter(
          at.isPresent() ? at.getAsLong() - 1 : 0,
          stored -> {
            SoldTicket ticket = sold(stored, number);
            if (ticket != null) {
              hits.add(ticket);
              throw new Found();
            }
          });
    } catch (Found done) {
      return Optional.of(hits.getFirst());
    }
    return Optional.empty();
  }

  private static @Nullable SoldTicket sold(StoredEntry stored, String number) {
    return stored.entry().body() instanceof EntryBody.TicketCompleted completed
            && completed.ticket().number().equals(number)
        ? new SoldTicket(completed.ticket(), stored.entry().recordedAt())
        : null;
  }

  private void keep(String number, SoldTicket ticket) {
    found.put(number, ticket);
    if (found.size() > KEPT_MAX) {
      found.remove(found.keySet().iterator().next());
    }
  }

  /** Ends a reading of the journal that would go on to its end. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Found() {
      super("found", null, false, false);
    }
  }
}
