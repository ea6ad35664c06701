package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tickets with their lines, discounts, taxes and tenders. */
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
          "recorded_at timestamptz",
          "pricing_moment timestamp",
          "pricing_zone text",
          "coupons text",
          "customer_group text");
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
          "override_reason text",
          "discount numeric",
          "priced boolean",
          "price_zone text",
          "price_since timestamp",
          "price_embedded text");
  private final RowInsert discounts =
      new RowInsert(
          "ticket_discount",
          "entry_id bigint",
          "line integer",
          "position integer",
          "promotion text",
          "name text",
          "amount numeric");
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

  /** Where they wait to be compared with the price book, which is never done in here. */
  private final RowInsert due = new RowInsert("price_due", "price_book bigint", "entry_id bigint");

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
    tables.discounts.execute(connection);
    tables.taxes.execute(connection);
    tables.tenders.execute(connection);
    tables.due.execute(connection);
    return count;
  }

  private void add(NewEntry entry, long session, Ticket ticket) {
    PricingContext pricing = ticket.pricing();
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
        entry.entry().recordedAt(),
        pricing == null ? null : pricing.moment(),
        pricing == null ? null : pricing.zone(),
        pricing == null || pricing.coupons().isEmpty()
            ? null
            : String.join(", ", pricing.coupons()),
        pricing == null ? null : pricing.customerGroup());
    due.add(ticket.priceBook(), entry.row());
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
    PriceBasis basis = line.basis();
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
        override == null ? null : override.reason(),
        line.undiscounted().minus(line.amount()),
        basis != null,
        basis == null ? null : basis.zone(),
        basis == null ? null : basis.from(),
        basis == null ? null : basis.embedded());
    int position = 1;
    for (LineDiscount discount : line.discounts()) {
      discounts.add(
          row, line.number(), position++, discount.promotion(), discount.name(), discount.amount());
    }
  }

  private static String typeOf(Tender tender) {
    return switch (tender) {
      case Tender.Cash cash -> "cash";
    };
  }
}
