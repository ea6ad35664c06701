package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.ReturnedFrom;
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
          "customer_group text",
          "charges numeric",
          "rounding numeric",
          "customer text",
          "customer_name text",
          "exemption text",
          "event text",
          "document text",
          "document_leaves text");
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
          "price_embedded text",
          "returned_ticket text",
          "returned_line integer",
          "return_reason text",
          "returned_tax numeric",
          "price_event text");
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
  private final RowInsert charges =
      new RowInsert(
          "ticket_charge",
          "entry_id bigint",
          "position integer",
          "type text",
          "name text",
          "number text",
          "reload boolean",
          "amount numeric");
  private final TenderTable tenders = new TenderTable();

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
    tables.charges.execute(connection);
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
        pricing == null ? null : pricing.customerGroup(),
        ticket.charged(),
        ticket.rounding() == null ? "0" : ticket.rounding(),
        ticket.customer() == null ? null : ticket.customer().id(),
        ticket.customer() == null ? null : ticket.customer().name(),
        ticket.exemption(),
        ticket.event() == null ? null : ticket.event().id(),
        ticket.document() == null ? null : ticket.document().number(),
        ticket.document() == null ? null : ticket.document().leaves());
    if (!ticket.lines().isEmpty()) { // a deposit or a gift certificate has no price in any book
      due.add(ticket.priceBook(), entry.row());
    }
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
    for (Charge charge : ticket.charges()) {
      addCharge(entry.row(), position++, charge);
    }
    position = 1;
    for (Tender tender : ticket.tenders()) {
      tenders.add(entry.row(), position++, tender);
    }
  }

  private void addCharge(long row, int position, Charge charge) {
    switch (charge) {
      case Charge.StoredValueSold value ->
          charges.add(
              row,
              position,
              value.kind(),
              value.name(),
              value.number(),
              value.reload(),
              value.amount());
      case Charge.DepositPaid deposit ->
          charges.add(
              row,
              position,
              "DEPOSIT",
              deposit.name(),
              deposit.document(),
              false,
              deposit.amount());
      case Charge.Fee fee ->
          charges.add(row, position, "FEE", fee.name(), fee.document(), false, fee.amount());
    }
  }

  private void addLine(long row, TicketLine line) {
    PriceOverride override = line.override();
    PriceBasis basis = line.basis();
    ReturnedFrom returned = line.returned();
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
        basis == null ? null : basis.embedded(),
        returned == null ? null : returned.ticket(),
        returned == null || returned.ticket() == null ? null : returned.line(),
        returned == null ? null : returned.reason(),
        returned == null ? null : returned.tax(),
        line.event());
    int position = 1;
    for (LineDiscount discount : line.discounts()) {
      discounts.add(
          row, line.number(), position++, discount.promotion(), discount.name(), discount.amount());
    }
  }
}
