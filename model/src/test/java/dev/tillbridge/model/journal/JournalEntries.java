package dev.tillbridge.model.journal;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** Plausible entries for tests. */
public final class JournalEntries {

  private static final Instant OPENING = Instant.parse("2026-11-22T08:15:00.123456Z");
  private static final TaxRate STANDARD =
      new TaxRate("standard", new BigDecimal("20"), TaxMode.INCLUSIVE);

  private JournalEntries() {}

  /** The entry that follows the tail: the opening of a drawer first, tickets after that. */
  public static JournalEntry following(LaneId lane, Tail tail) {
    long sequence = tail.nextSequence();
    EntryBody body =
        sequence == 1
            ? new EntryBody.DrawerOpened(1, Money.parse("GBP 100.00"))
            : new EntryBody.TicketCompleted(1, ticket(lane + "-" + (sequence - 1)));
    return new JournalEntry(
        new EntryId(lane, tail.epoch(), sequence),
        LocalDate.of(2026, 11, 22),
        OPENING.plusSeconds(sequence),
        "1001",
        tail.head(),
        body);
  }

  private static Ticket ticket(String number) {
    TicketLine lantern =
        TicketLine.of(
            1,
            "71053",
            "5000000710530",
            "WHITE METAL LANTERN",
            new BigDecimal("2"),
            Money.parse("GBP 3.39"),
            STANDARD,
            null);
    TicketLine ribbon =
        TicketLine.of(
            2,
            "22077",
            "22077",
            "6 RIBBONS \"RUSTIC\" – côté",
            new BigDecimal("1.250"),
            Money.parse("GBP 1.60"),
            STANDARD,
            new PriceOverride(Money.parse("GBP 1.65"), "damaged"));
    return Ticket.of(
        number,
        TicketKind.SALE,
        7,
        null,
        List.of(lantern, ribbon),
        List.of(new Tender.Cash(Money.parse("GBP 10.00"))),
        Money.parse("GBP 1.22"));
  }
}
