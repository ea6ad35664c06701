package dev.tillbridge.pricebook.web;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Sealed entries of sales of one item each, of 1, 2, 3 ... pieces. */
final class SoldTickets {

  private static final LaneId LANE = LaneId.parse("S01-R01");
  private static final TaxRate TAX =
      new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);

  private SoldTickets() {}

  static List<byte[]> of(List<Item> items) {
    Seal seal = Seal.fresh();
    List<byte[]> sealed = new ArrayList<>();
    for (Item item : items) {
      int number = sealed.size() + 1;
      TicketLine line =
          TicketLine.of(
              1,
              item.code(),
              item.code(),
              item.name(),
              BigDecimal.valueOf(number),
              item.price(),
              TAX,
              null);
      Money total = item.price().multipliedBy(number);
      Ticket ticket =
          Ticket.of(
              "S01-R01-" + number,
              TicketKind.SALE,
              1,
              null,
              List.of(line),
              List.of(new Tender.Cash(total)),
              Money.zero(total.getCurrencyUnit()));
      sealed.add(SealedEntry.seal(entry(number, ticket), seal));
    }
    return sealed;
  }

  private static JournalEntry entry(int number, Ticket ticket) {
    return new JournalEntry(
        new EntryId(LANE, 20261122081500L, number),
        LocalDate.of(2026, 11, 22),
        Instant.parse("2026-11-22T09:15:30.123Z"),
        "anna",
        new EntryHash("0123456789abcdef".repeat(4)),
        new EntryBody.TicketCompleted(number, ticket));
  }
}
