package dev.tillbridge.pricebook.preview;

import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought or brought back.
 *
 * @param name ticket's or invoice's number
 * @param store its id, null when not known
 * @param asked with what the price book was asked, null when not recorded
 */
public record Basket(
    String name, @Nullable String store, List<TicketLine> lines, @Nullable PricingContext asked) {

  public Basket {
    lines = List.copyOf(lines);
  }
}
