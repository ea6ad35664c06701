package dev.tillbridge.it.invoice;

import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * The sellable rows of one invoice, to be rung as one ticket.
 *
 * @param number becomes the ticket's reference
 * @param rows in the file's order, never empty
 */
public record Invoice(String number, TicketKind kind, List<InvoiceRow> rows) {

  public Invoice {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Invoice " + number + " has nothing to sell.");
    }
  }

  /** What its rows come to. */
  public BigDecimal net() {
    return rows.stream().map(InvoiceRow::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
