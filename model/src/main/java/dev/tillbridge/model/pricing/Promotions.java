package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.ticket.LineDiscount;
import java.util.List;

/** What promotions take off the lines of a sale. */
final class Promotions {

  private final List<Promotion> all;

  Promotions(List<Promotion> all) {
    this.all = all;
  }

  /** For each line, in their order, what is taken off. */
  List<List<LineDiscount>> on(List<Rung> lines, PricingContext context) {
    return lines.stream().map(line -> List.<LineDiscount>of()).toList();
  }
}
