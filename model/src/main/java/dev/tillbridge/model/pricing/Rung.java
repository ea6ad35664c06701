package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line before promotions.
 *
 * @param item null when the book does not have it
 * @param line at the book's price or the override's, with the discounts given by hand
 */
record Rung(BookValue.@Nullable Item item, TicketLine line) {

  TicketLine discounted(List<LineDiscount> promotions) {
    if (promotions.isEmpty()) {
      return line;
    }
    List<LineDiscount> all = new ArrayList<>(promotions);
    all.addAll(line.discounts());
    return TicketLine.of(
        line.number(),
        line.item(),
        line.scanned(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.tax(),
        line.override(),
        line.basis(),
        all);
  }
}
