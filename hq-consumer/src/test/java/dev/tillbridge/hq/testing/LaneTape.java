package dev.tillbridge.hq.testing;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** A lane's journal as it would reach HQ: numbered, chained, encoded. */
public final class LaneTape {

  public static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final long EPOCH = 20261120070000L;

  private final Seal seal;
  private final LaneId lane;
  private final long epoch;
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private long sequence;
  private long numbers;
  private EntryHash head = EntryHash.NONE;

  public LaneTape(String lane) {
    this(LaneId.parse(lane), EPOCH, Seal.fresh());
  }

  private LaneTape(LaneId lane, long epoch, Seal seal) {
    this.lane = lane;
    this.epoch = epoch;
    this.seal = seal;
  }

  /** The same life of the same register from its beginning: what a copied disk would write. */
  public LaneTape copiedDisk() {
    return new LaneTape(lane, epoch, seal);
  }

  /** The next life of the same register: a new disk, a new key. */
  public LaneTape nextLife() {
    LaneTape next = new LaneTape(lane, epoch + 1_000_000, Seal.fresh());
    next.numbers = numbers;
    return next;
  }

  public StreamId stream() {
    return new StreamId(lane, epoch);
  }

  public PublicKeyText key() {
    return seal.publicKey();
  }

  public LaneId lane() {
    return lane;
  }

  public long epoch() {
    return epoch;
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
    return ticket(ticket, 1);
  }

  public byte[] ticket(Ticket ticket, long drawerSession) {
    numbers++;
    return write(new EntryBody.TicketCompleted(drawerSession, ticket));
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
    return new JournalEntry(new EntryId(lane, epoch, sequence), DAY, now, "ann", head, body);
  }

  public byte[] write(EntryBody body) {
    byte[] bytes = sealed(entry(body));
    head = EntryHash.of(bytes);
    return bytes;
  }

  /**
   * The next entry as a newer program would write it, or with anything else changed in its text.
   */
  public byte[] altered(EntryBody body, UnaryOperator<String> change) {
    String text = new String(Wire.ENTRY.encode(entry(body)), StandardCharsets.UTF_8);
    byte[] bytes = sealed(change.apply(text));
    head = EntryHash.of(bytes);
    return bytes;
  }

  /** Under this lane's seal, entry or not. */
  public byte[] sealed(String payload) {
    return seal.over(payload.getBytes(StandardCharsets.UTF_8));
  }

  /** A heartbeat of a lane in good health. */
  public byte[] heartbeat() {
    return heartbeat(
        new RegisterHealth(
            0,
            sequence,
            new DiskStatus(DiskStatus.Level.AMPLE, 50_000_000_000L, 200_000_000L),
            12L,
            7L,
            null,
            0,
            "test"));
  }

  public byte[] heartbeat(RegisterHealth health) {
    return seal.over(Wire.HEARTBEAT.encode(new Heartbeat(stream(), sequence, head, now, health)));
  }

  /** Under this lane's seal, whatever it says. */
  public byte[] sealed(JournalEntry entry) {
    return SealedEntry.seal(entry, seal);
  }

  /** The same with a seal that can be read and is not genuine, whatever the key was. */
  public static byte[] badlySealed(byte[] sealed) {
    byte[] changed = sealed.clone();
    int inTheSeal = changed.length - 5;
    changed[inTheSeal] = (byte) (changed[inTheSeal] == 'A' ? 'B' : 'A');
    return changed;
  }

  /** Some sales in a row. */
  public List<byte[]> sales(Baskets baskets, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> ticket(baskets.sale(nextNumber())))
        .toList();
  }
}
