package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tickets with their lines, taxes and tenders. */
final class TicketTables {

  private final RowInsert tickets =
      new RowInsert(
          "ticket",
          "entry_id bigint",
          "number text",
          "kind text",
          "reference text",
          "price_book bigint",
          "currency text",
          "net numeric",
          "tax numeric",
          "total numeric",
          "change numeric",
          "line_count integer",
          "lane text",
          "store text",
          "business_date date",
          "drawer_session bigint",
          "recorded_at timestamptz");
  private final RowInsert lines =
      new RowInsert(
          "ticket_line",
          "entry_id bigint",
          "line integer",
          "item text",
          "scanned text",
          "name text",
          "quantity numeric",
          "unit_price numeric",
          "amount numeric",
          "tax_category text",
          "tax_percent numeric",
          "tax_mode text",
          "book_price numeric",
          "override_reason text");
  private final RowInsert taxes =
      new RowInsert(
          "ticket_tax",
          "entry_id bigint",
          "position integer",
          "category text",
          "percent numeric",
          "mode text",
          "net numeric",
          "tax numeric");
  private final RowInsert tenders =
      new RowInsert("tender", "entry_id bigint", "position integer", "type text", "amount numeric");

  private TicketTables() {}

  /** Stores the tickets among the entries and answers how many. */
  static int insert(Connection connection, List<NewEntry> entries) throws SQLException {
    TicketTables tables = new TicketTables();
    int count = 0;
    for (NewEntry entry : entries) {
      if (entry.entry().body() instanceof EntryBody.TicketCompleted(long session, Ticket ticket)) {
        tables.add(entry, session, ticket);
        count++;
      }
    }
    tables.tickets.execute(connection);
    tables.lines.execute(connection);
    tables.taxes.execute(connection);
    tables.tenders.execute(connection);
    return count;
  }

  private void add(NewEntry entry, long session, Ticket ticket) {
    tickets.add(
        entry.row(),
        ticket.number(),
        ticket.kind(),
        ticket.reference(),
        ticket.priceBook(),
        ticket.total().getCurrencyUnit(),
        ticket.net(),
        ticket.tax(),
        ticket.total(),
        ticket.change(),
        ticket.lines().size(),
        entry.lane(),
        entry.store(),
        entry.entry().businessDate(),
        session,
        entry.entry().recordedAt());
    for (TicketLine line : ticket.lines()) {
      addLine(entry.row(), line);
    }
    int position = 1;
    for (TaxAmount tax : ticket.taxes()) {
      taxes.add(
          entry.row(),
          position++,
          tax.rate().category(),
          tax.rate().percent(),
          tax.rate().mode(),
          tax.net(),
          tax.tax());
    }
    position = 1;
    for (Tender tender : ticket.tenders()) {
      tenders.add(entry.row(), position++, typeOf(tender), tender.amount());
    }
  }

  private void addLine(long row, TicketLine line) {
    PriceOverride override = line.override();
    lines.add(
        row,
        line.number(),
        line.item(),
        line.scanned(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.amount(),
        line.tax().category(),
        line.tax().percent(),
        line.tax().mode(),
        override == null ? null : override.bookPrice(),
        override == null ? null : override.reason());
  }

  private static String typeOf(Tender tender) {
    return switch (tender) {
      case Tender.Cash cash -> "cash";
    };
  }
}
