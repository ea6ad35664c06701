package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.PriceBook.Found;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Prices lines with one version of the price book. Any thread may use it. */
public final class TicketPricer {

  private final PriceBook book;
  private final Promotions promotions;

  public TicketPricer(PriceBook book) {
    this.book = book;
    this.promotions = new Promotions(book.terms().promotions());
  }

  /**
   * The line of what was scanned, at the book's price and without promotions.
   *
   * @param quantity positive; of no account when the barcode carries the weight
   * @return empty when the book has no such barcode or code
   * @throws IllegalStateException when the item's tax category is not in the book
   */
  public Optional<TicketLine> line(String scanned, BigDecimal quantity, PricingContext context) {
    String wanted = scanned.strip();
    return book.find(wanted).map(found -> line(1, wanted, found, quantity, context));
  }

  /**
   * All lines priced again as of the context: prices and promotions from the book, overrides and
   * discounts given by hand kept. A line whose item the book does not have, or does not have any
   * more, is returned as it is and takes part in no promotion.
   *
   * @param kind promotions apply to sales only
   */
  public List<TicketLine> price(TicketKind kind, List<TicketLine> lines, PricingContext context) {
    List<Rung> rung = lines.stream().map(line -> rung(line, context)).toList();
    List<List<LineDiscount>> discounts =
        kind == TicketKind.SALE
            ? promotions.on(rung, context)
            : rung.stream().map(r -> List.<LineDiscount>of()).toList();
    List<TicketLine> priced = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      priced.add(rung.get(i).discounted(discounts.get(i)));
    }
    return priced;
  }

  private Rung rung(TicketLine line, PricingContext context) {
    Optional<Found> found = book.find(line.scanned()).or(() -> book.find(line.item()));
    if (found.isEmpty()) {
      return new Rung(null, line);
    }
    TicketLine fresh = line(line.number(), line.scanned(), found.get(), line.quantity(), context);
    PriceOverride override = line.override();
    Money bookPrice = fresh.unitPrice();
    PriceOverride kept =
        override == null || line.unitPrice().equals(bookPrice)
            ? null
            : new PriceOverride(bookPrice, override.reason());
    return new Rung(
        found.get().item(),
        TicketLine.of(
            line.number(),
            fresh.item(),
            line.scanned(),
            fresh.name(),
            line.quantity(),
            kept == null ? bookPrice : line.unitPrice(),
            fresh.tax(),
            kept,
            fresh.basis(),
            line.discounts().stream().filter(LineDiscount::isManual).toList()));
  }

  private TicketLine line(
      int number, String scanned, Found found, BigDecimal quantity, PricingContext context) {
    Item item = found.item();
    PricePoint point = item.priceAt(context.zone(), context.moment());
    TaxRate tax =
        book.terms()
            .taxOn(item.taxCategory(), context.moment().toLocalDate())
            .orElseThrow(() ->
                new IllegalStateException(
                    "Item %s has the tax category %s, which the price book does not have."
                        .formatted(item.code(), item.taxCategory())));
    EmbeddedBarcode.Reading embedded = found.embedded();
    if (embedded == null) {
      PriceBasis basis = new PriceBasis(point.zone(), point.from(), null);
      return TicketLine.of(
          number,
          item.code(),
          scanned,
          item.name(),
          quantity,
          point.price(),
          tax,
          null,
          basis,
          List.of());
    }
    PriceBasis basis = new PriceBasis(point.zone(), point.from(), embedded.carries());
    return switch (embedded.carries()) {
      case PRICE ->
          TicketLine.of(
              number,
              item.code(),
              scanned,
              item.name(),
              quantity,
              Money.of(point.price().getCurrencyUnit(), embedded.value(), TicketLine.ROUNDING),
              tax,
              null,
              basis,
              List.of());
      case WEIGHT ->
          TicketLine.of(
              number,
              item.code(),
              scanned,
              item.name(),
              quantity.signum() < 0 ? embedded.value().negate() : embedded.value(),
              point.price(),
              tax,
              null,
              basis,
              List.of());
    };
  }
}
