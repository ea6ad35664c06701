package dev.tillbridge.model.pricing;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.PriceBook.Found;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices lines with one version of the price book, and with an event's list where one is. Any
 * thread may use it.
 */
public final class TicketPricer {

  private final PriceBook book;
  private final FoundItems items;
  private final Promotions promotions;
  private final @Nullable OffsiteEvent event;

  public TicketPricer(PriceBook book) {
    this.book = book;
    this.items = new FoundItems(book);
    this.promotions = new Promotions(book.terms().promotions());
    this.event = null;
  }

  private TicketPricer(TicketPricer other, @Nullable OffsiteEvent event) {
    this.book = other.book;
    this.items = other.items;
    this.promotions = other.promotions;
    this.event = event;
  }

  /**
   * The same where this event is: its items cost what it says and take part in no promotion.
   *
   * @param now null in the shop
   */
  public TicketPricer at(@Nullable OffsiteEvent now) {
    return Objects.equals(event, now) ? this : new TicketPricer(this, now);
  }

  /** What a barcode or code means; the event's own codes come first. */
  public Optional<Found> find(String scanned) {
    String wanted = scanned.strip();
    return own(wanted).map(own -> new Found(own.asItem(), null)).or(() -> items.find(wanted));
  }

  private Optional<OffsiteItem> own(String code) {
    return event == null ? Optional.empty() : event.item(code);
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
    return find(wanted).map(found -> line(1, wanted, found, quantity, context));
  }

  /**
   * All lines priced again as of the context: prices and promotions from the book, overrides and
   * discounts given by hand kept. A line whose item the book does not have, or does not have any
   * more, is returned as it is and takes part in no promotion, and so is one that goes back for
   * what was paid. Promotions apply to goods that go out only. A weight that a barcode carries
   * stays the line's quantity. A discount given by hand is cut short where the line comes to less;
   * to get it back whole, price the line as it was before.
   */
  public List<TicketLine> price(List<TicketLine> lines, PricingContext context) {
    List<Rung> rung = new ArrayList<>(lines.size());
    for (TicketLine line : lines) {
      rung.add(rung(line, context));
    }
    Iterator<List<LineDiscount>> onSale =
        promotions.on(rung.stream().filter(Rung::isOnOffer).toList(), context).iterator();
    List<TicketLine> priced = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Rung each = rung.get(i);
      List<LineDiscount> discounts =
          each.isOnOffer() ? onSale.next() : each.byHandUpTo(each.line().undiscounted());
      priced.add(each.item() == null ? lines.get(i) : each.discounted(discounts));
    }
    return priced;
  }

  private Rung rung(TicketLine line, PricingContext context) {
    Optional<Found> found =
        line.isFromReceipt() ? Optional.empty() : find(line.scanned()).or(() -> find(line.item()));
    if (found.isEmpty()) {
      return new Rung(null, line, List.of());
    }
    TicketLine fresh = line(line.number(), line.scanned(), found.get(), line.quantity(), context);
    List<LineDiscount> byHand = line.discounts().stream().filter(LineDiscount::isManual).toList();
    PriceOverride override = line.override();
    Money bookPrice = fresh.unitPrice();
    if (override == null || line.unitPrice().equals(bookPrice)) {
      return new Rung(found.get().item(), as(line, fresh), byHand);
    }
    return new Rung(
        found.get().item(),
        as(
            line,
            TicketLine.of(
                line.number(),
                fresh.item(),
                line.scanned(),
                fresh.name(),
                fresh.quantity(),
                line.unitPrice(),
                fresh.tax(),
                new PriceOverride(bookPrice, override.reason()),
                fresh.basis(),
                List.of())),
        byHand);
  }

  /** Comes back if the line before did. */
  private static TicketLine as(TicketLine before, TicketLine fresh) {
    return before.returned() == null ? fresh : fresh.returnedFrom(before.returned());
  }

  private TicketLine line(
      int number, String scanned, Found found, BigDecimal quantity, PricingContext context) {
    EmbeddedBarcode.Reading embedded = found.embedded();
    Carries carries = embedded == null ? null : embedded.carries();
    OffsiteItem own =
        carries == Carries.PRICE ? null : own(found.item().code()).orElse(null); // a label's stays
    Item item = own == null ? found.item() : own.asItem();
    PricePoint point = item.priceAt(context.zone(), context.moment());
    TaxRate tax =
        book.terms()
            .taxOn(item.taxCategory(), context.moment().toLocalDate())
            .orElseThrow(() ->
                new IllegalStateException(
                    "Item %s has the tax category %s, which the price book does not have."
                        .formatted(item.code(), item.taxCategory())));
    Money unitPrice =
        embedded != null && carries == Carries.PRICE
            ? Money.of(point.price().getCurrencyUnit(), embedded.value(), TicketLine.ROUNDING)
            : point.price();
    BigDecimal sold =
        embedded != null && carries == Carries.WEIGHT
            ? signed(embedded.value(), quantity)
            : quantity;
    PriceBasis basis =
        new PriceBasis(
            point.zone(), point.from(), carries, own == null || event == null ? null : event.id());
    return TicketLine.of(
        number, item.code(), scanned, item.name(), sold, unitPrice, tax, null, basis, List.of());
  }

  /** The weight, taken back when the quantity is. */
  private static BigDecimal signed(BigDecimal weight, BigDecimal quantity) {
    return quantity.signum() < 0 ? weight.negate() : weight;
  }
}
