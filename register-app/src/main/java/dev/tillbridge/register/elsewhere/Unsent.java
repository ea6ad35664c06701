package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What this register did to others' goods and stored values that HQ did not confirm yet: on top of
 * what HQ says. Each entry is read once. Thread-safe; it reads the disk, so it is asked beside the
 * lane.
 *
 * <p>An entry that HQ has, and whose confirmation is still on its way, counts twice for a moment:
 * on the safe side.
 */
public final class Unsent {

  /** Tickets remembered; with more, the oldest count as sent. */
  static final int TICKETS_MAX = 20_000;

  private record Sent(long sequence, Ticket ticket) {}

  private final Journal journal;
  private final LongSupplier atHq;
  private final Deque<Sent> tickets = new ArrayDeque<>();
  private long readThrough;

  /**
   * @param atHq last sequence that HQ has everything up to
   */
  public Unsent(Journal journal, LongSupplier atHq) {
    this.journal = journal;
    this.atHq = atHq;
  }

  /** What came back here of this ticket. */
  public List<Returned> returned(String ticket) {
    return tickets()
        .flatMap(each -> Returned.in(each.lines()).stream())
        .filter(back -> back.ticket().equals(ticket))
        .toList();
  }

  /** What was taken of a stored value without asking HQ. */
  public Money unchecked(String number, Money zero) {
    return tickets()
        .flatMap(each -> each.tenders().stream())
        .filter(tender ->
            tender instanceof Tender.StoredValue value
                && value.number().equals(number)
                && !value.checked())
        .map(Tender::amount)
        .reduce(zero, Money::plus);
  }

  /** What was put on a stored value. */
  public Money issued(String number, Money zero) {
    return tickets()
        .flatMap(each -> each.charges().stream())
        .filter(
            charge -> charge instanceof Charge.StoredValueSold sold && sold.number().equals(number))
        .map(Charge::amount)
        .reduce(zero, Money::plus);
  }

  private synchronized Stream<Ticket> tickets() {
    long confirmed = atHq.getAsLong();
    journal.readAfter(Math.max(readThrough, confirmed), this::take);
    while (!tickets.isEmpty()
        && (tickets.getFirst().sequence() <= confirmed || tickets.size() > TICKETS_MAX)) {
      tickets.removeFirst();
    }
    return tickets.stream().map(Sent::ticket).toList().stream();
  }

  private void take(StoredEntry stored) {
    readThrough = stored.entry().id().sequence();
    if (stored.entry().body() instanceof EntryBody.TicketCompleted completed
        && matters(completed.ticket())) {
      tickets.addLast(new Sent(readThrough, completed.ticket()));
    }
  }

  private static boolean matters(Ticket ticket) {
    return ticket.lines().stream().anyMatch(TicketLine::isFromReceipt)
        || ticket.tenders().stream().anyMatch(Tender.StoredValue.class::isInstance)
        || ticket.charges().stream().anyMatch(Charge.StoredValueSold.class::isInstance);
  }
}
