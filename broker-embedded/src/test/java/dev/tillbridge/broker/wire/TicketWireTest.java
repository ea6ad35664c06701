package dev.tillbridge.broker.wire;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Tickets and the other entries of a journal are written as pinned. */
class TicketWireTest extends Golden {

  @Test
  void saleIsWrittenAsPinned() throws IOException {
    TicketLine first =
        TicketLine.of(
            1,
            "85123A",
            "5012345678900",
            "T-light holder",
            new BigDecimal("6"),
            gbp("2.55"),
            STANDARD,
            null);
    TicketLine second =
        TicketLine.of(
            2,
            "22423",
            "22423",
            "Regency cakestand",
            new BigDecimal("1.5"),
            gbp("10.95"),
            REDUCED,
            new PriceOverride(gbp("12.75"), "Scratched"));
    Ticket ticket =
        Ticket.of(
            "S01-R07-1923",
            TicketKind.SALE,
            4,
            "536365",
            List.of(first, second),
            List.of(new Tender.Cash(gbp("40.00"))),
            gbp("7.37"));

    assertPinned("ticket-sale.json", entry(42, new EntryBody.TicketCompleted(9, ticket)));
  }

  @Test
  void returnIsWrittenAsPinned() throws IOException {
    TicketLine line =
        TicketLine.of(
            1,
            "85123A",
            "85123A",
            "T-light holder",
            new BigDecimal("-2"),
            gbp("2.55"),
            STANDARD,
            null);
    Ticket ticket =
        Ticket.of(
            "S01-R07-1924",
            TicketKind.RETURN,
            4,
            null,
            List.of(line),
            List.of(new Tender.Cash(gbp("-5.10"))),
            gbp("0.00"));

    assertPinned("ticket-return.json", entry(43, new EntryBody.TicketCompleted(9, ticket)));
  }

  @Test
  void drawerAndVoidEntriesAreWrittenAsPinned() throws IOException {
    assertPinned("drawer-opened.json", entry(1, new EntryBody.DrawerOpened(9, gbp("100.00"))));
    assertPinned(
        "drawer-closed.json",
        entry(99, new EntryBody.DrawerClosed(9, gbp("310.25"), gbp("310.00"))));
    assertPinned(
        "ticket-voided.json", entry(44, new EntryBody.TicketVoided(9, List.of(), gbp("0.00"))));
  }

  @Test
  void anEventIsReadBackAsItWasWritten() throws IOException {
    assertPinned(
        "offsite-started.json",
        entry(
            4,
            new OffsiteEntry.Started(
                3,
                new OffsiteEvent(
                    "S01-R01-E2",
                    "Winter fair",
                    "Town square",
                    LocalDate.of(2026, 11, 28),
                    LocalDate.of(2026, 11, 29),
                    3,
                    List.of(
                        new OffsiteItem(
                            "85123A", "Holder", Money.parse("GBP 2.00"), "standard", null, false),
                        new OffsiteItem(
                            "NUTS",
                            "Roast nuts",
                            Money.parse("GBP 12.00"),
                            "reduced",
                            new SaleUnit("kg", 3),
                            true))))));
    assertPinned("offsite-ended.json", entry(9, new OffsiteEntry.Ended(5, "S01-R01-E2")));
    assertPinned(
        "offsite-ended-approved.json", entry(9, new OffsiteEntry.Ended(5, "S01-R01-E2", "ann")));
  }
}
