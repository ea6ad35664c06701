package dev.tillbridge.hq.testing;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** A lane's journal as it would reach HQ: numbered, chained, encoded. */
public final class LaneTape {

  public static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final long EPOCH = 20261120070000L;

  private final Seal seal = Seal.fresh();
  private final LaneId lane;
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private long sequence;
  private long numbers;
  private EntryHash head = EntryHash.NONE;

  public LaneTape(String lane) {
    this.lane = LaneId.parse(lane);
  }

  public LaneId lane() {
    return lane;
  }

  public long epoch() {
    return EPOCH;
  }

  public long sequence() {
    return sequence;
  }

  public EntryHash head() {
    return head;
  }

  /** The receipt number of the next ticket. */
  public String nextNumber() {
    return lane + "-" + (numbers + 1);
  }

  public void at(Instant instant) {
    now = instant;
  }

  public byte[] ticket(Ticket ticket) {
    numbers++;
    return write(new EntryBody.TicketCompleted(1, ticket));
  }

  public byte[] opened(Money openingFloat) {
    return write(new EntryBody.DrawerOpened(1, openingFloat));
  }

  public byte[] closed(Money expected, Money counted) {
    return write(new EntryBody.DrawerClosed(1, expected, counted));
  }

  public byte[] voided(Ticket ticket) {
    return write(new EntryBody.TicketVoided(1, ticket.lines(), ticket.total()));
  }

  public JournalEntry entry(EntryBody body) {
    sequence++;
    return new JournalEntry(new EntryId(lane, EPOCH, sequence), DAY, now, "ann", head, body);
  }

  public byte[] write(EntryBody body) {
    byte[] bytes = sealed(entry(body));
    head = EntryHash.of(bytes);
    return bytes;
  }

  /** Under this lane's seal, whatever it says. */
  public byte[] sealed(JournalEntry entry) {
    return SealedEntry.seal(entry, seal);
  }

  /** Some sales in a row. */
  public List<byte[]> sales(Baskets baskets, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> ticket(baskets.sale(nextNumber())))
        .toList();
  }
}
