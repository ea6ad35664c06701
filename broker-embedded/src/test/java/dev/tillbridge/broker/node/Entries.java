package dev.tillbridge.broker.node;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Entries for tests, always the same for the same place in a journal. */
public final class Entries {

  private static final TaxRate STANDARD =
      new TaxRate("STANDARD", new BigDecimal("20"), TaxMode.INCLUSIVE);

  private static final Instant RECORDED_AT = Instant.parse("2026-11-22T09:15:30Z");

  private Entries() {}

  /** A sale of so many lines that follows this tail. */
  public static JournalEntry sale(LaneId lane, Tail tail, int lineCount) {
    List<TicketLine> lines =
        IntStream.rangeClosed(1, lineCount)
            .mapToObj(n ->
                TicketLine.of(
                    n,
                    "8500" + n,
                    "8500" + n,
                    "White hanging heart T-light holder",
                    BigDecimal.valueOf(n),
                    Money.parse("GBP 2.55"),
                    STANDARD,
                    null))
            .toList();
    Money total = lines.stream().map(TicketLine::amount).reduce(Money.parse("GBP 0"), Money::plus);
    Ticket ticket =
        Ticket.of(
            lane + "-" + tail.nextSequence(),
            TicketKind.SALE,
            1,
            null,
            lines,
            List.of(new Tender.Cash(total)),
            Money.parse("GBP 0"));
    return new JournalEntry(
        new EntryId(lane, tail.epoch(), tail.nextSequence()),
        LocalDate.of(2026, 11, 22),
        RECORDED_AT,
        "anna",
        tail.head(),
        new EntryBody.TicketCompleted(1, ticket));
  }

  /** Appends a checkpoint. */
  public static void checkpoint(Journal journal) {
    Tail tail = journal.tail();
    journal.append(
        new JournalEntry(
            new EntryId(journal.lane(), tail.epoch(), tail.nextSequence()),
            LocalDate.of(2026, 11, 22),
            RECORDED_AT,
            "anna",
            tail.head(),
            new EntryBody.Checkpoint(
                1, tail.sequence(), tail.sequence(), tail.sequence(), null, null)));
  }

  /** Appends so many sales. */
  public static void ring(Journal journal, int count) {
    for (int i = 0; i < count; i++) {
      journal.append(sale(journal.lane(), journal.tail(), 3));
    }
  }
}
