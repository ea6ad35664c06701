package dev.tillbridge.hq.prices;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.PriceBook.Found;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the price book says of a line.
 *
 * @param tax null when it is not compared
 * @param promotions null when they are not compared
 */
record Expected(
    String item,
    Money unitPrice,
    PriceBasis basis,
    @Nullable TaxRate tax,
    @Nullable List<LineDiscount> promotions) {

  /** Of a line that was priced again. */
  static Expected of(TicketLine priced, boolean withPromotions) {
    PriceOverride override = priced.override();
    PriceBasis basis = priced.basis();
    return new Expected(
        priced.item(),
        override == null ? priced.unitPrice() : override.bookPrice(),
        basis == null ? PriceBasis.PLAIN : basis,
        priced.tax(),
        withPromotions
            ? priced.discounts().stream().filter(discount -> !discount.isManual()).toList()
            : null);
  }

  /** Of a line whose ticket does not say with what the book was asked: only its price. */
  static Expected priceOnly(TicketLine line, Found found) {
    Item item = found.item();
    PriceBasis basis = line.basis();
    if (found.embedded() != null && found.embedded().carries() == Carries.PRICE) {
      Money carried =
          Money.of(item.price().getCurrencyUnit(), found.embedded().value(), TicketLine.ROUNDING);
      return new Expected(item.code(), carried, PriceBasis.PLAIN, null, null);
    }
    PricePoint point =
        basis == null
            ? new PricePoint(null, null, item.price())
            : item.priceAt(basis.zone(), basis.from() == null ? LocalDateTime.MIN : basis.from());
    return new Expected(
        item.code(), point.price(), new PriceBasis(point.zone(), point.from(), null), null, null);
  }
}
