package dev.tillbridge.register.lane;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.PriceBook.Found;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.TicketChange.Changed;
import dev.tillbridge.register.lane.TicketChange.NotChanged;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.TicketNumber;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rules for the lines of an open ticket. What they change is priced afterwards. */
final class Ringing {

  private final Bounds bounds;
  private final CurrencyUnit currency;

  Ringing(CurrencyUnit currency) {
    this.currency = currency;
    this.bounds = new Bounds(currency);
  }

  TicketChange add(OpenTicket ticket, Scan scan, Optional<TicketPricing> pricing) {
    Optional<Refusal> outOfBounds = bounds.of(scan);
    if (outOfBounds.isPresent()) {
      return new NotChanged(outOfBounds.get());
    }
    if (ticket.lines().size() >= LaneLimits.LINES_MAX) {
      return new NotChanged(new Refusal.TooManyLines(LaneLimits.LINES_MAX));
    }
    if (pricing.isEmpty()) {
      return new NotChanged(new Refusal.NoPriceBook());
    }
    String code = scan.code().strip();
    Optional<Found> found = pricing.get().find(code);
    Optional<TicketLine> line = pricing.get().line(code, plain(scan.quantity()));
    if (found.isEmpty() || line.isEmpty()) {
      return new NotChanged(unknown(code, pricing.get().version()));
    }
    return countable(found.get(), scan.quantity())
        .<TicketChange>map(NotChanged::new)
        .orElseGet(() -> add(ticket, scan, line.get(), pricing.get().version()));
  }

  /** Nothing here has this code; one that could be a payment card's number is not said again. */
  private static Refusal unknown(String code, long version) {
    if (!TypedCardNumbers.isIn(code)) {
      return TicketNumber.isOne(code)
          ? new Refusal.ReceiptScanned(code)
          : new Refusal.UnknownBarcode(code, version);
    }
    return Gtin.isOne(code)
        ? new Refusal.UnknownBarcode(TypedCardNumbers.masked(code), version)
        : new LooksLikePaymentCard();
  }

  private TicketChange add(OpenTicket ticket, Scan scan, TicketLine line, long version) {
    Money price = line.unitPrice();
    if (!price.getCurrencyUnit().equals(currency)) {
      return new NotChanged(new Refusal.BookInAnotherCurrency(version, price, currency));
    }
    OpenTicket referring =
        scan.reference() == null ? ticket : ticket.referring(scan.reference().strip());
    OpenTicket longer = referring.with(line, version);
    if (scan.price() == null || scan.price().equals(price)) {
      return new Changed(longer);
    }
    return scan.reason() == null || scan.reason().isBlank()
        ? reasonMissing(price, scan.price())
        : new Changed(longer.withPrice(longer.lines().size(), scan.price(), scan.reason().strip()));
  }

  /** Whether so much of it can be rung at once. */
  private static Optional<Refusal> countable(Found found, BigDecimal quantity) {
    EmbeddedBarcode.Reading embedded = found.embedded();
    if (embedded != null && embedded.carries() == EmbeddedBarcode.Carries.WEIGHT) {
      return quantity.compareTo(BigDecimal.ONE) == 0
          ? Optional.empty()
          : Optional.of(new Refusal.WeightOnLabel(found.item().name(), embedded.value()));
    }
    SaleUnit unit = found.item().unit();
    return unit == null || unit.allows(quantity)
        ? Optional.empty()
        : Optional.of(new Refusal.TooFine(found.item().name(), quantity, unit));
  }

  TicketChange quantity(
      OpenTicket ticket, int line, BigDecimal quantity, Optional<TicketPricing> pricing) {
    Optional<Refusal> refusal =
        bounds
            .quantity(quantity)
            .or(() -> fromReceipt(ticket, line))
            .or(() ->
                ticket.hasLine(line)
                    ? countable(ticket.line(line), quantity, pricing)
                    : Optional.empty());
    return onLine(ticket, line, refusal, () -> ticket.withQuantity(line, plain(quantity)));
  }

  private static Optional<Refusal> countable(
      TicketLine line, BigDecimal quantity, Optional<TicketPricing> pricing) {
    PriceBasis basis = line.basis();
    if (basis != null && basis.embedded() == EmbeddedBarcode.Carries.WEIGHT) {
      return Optional.of(new Refusal.WeightOnLabel(line.name(), line.quantity().abs()));
    }
    return pricing
        .flatMap(prices -> prices.itemOf(line))
        .flatMap(item -> countable(new Found(item, null), quantity));
  }

  TicketChange voidLine(OpenTicket ticket, int line) {
    return onLine(ticket, line, Optional.empty(), () -> ticket.without(line));
  }

  TicketChange price(OpenTicket ticket, int line, Money price, String reason) {
    Optional<Refusal> refusal =
        bounds
            .amount("Price", price)
            .or(() -> bounds.text("Reason", reason, LaneLimits.REASON_LENGTH_MAX))
            .or(() -> fromReceipt(ticket, line));
    if (refusal.isEmpty() && ticket.hasLine(line) && reason.isBlank()) {
      TicketLine rung = ticket.line(line);
      PriceOverride override = rung.override();
      Money bookPrice = override == null ? rung.unitPrice() : override.bookPrice();
      if (!price.equals(bookPrice)) {
        return reasonMissing(bookPrice, price);
      }
    }
    return onLine(ticket, line, refusal, () -> ticket.withPrice(line, price, reason.strip()));
  }

  TicketChange backToSale(OpenTicket ticket) {
    return new Changed(ticket.backToSale());
  }

  TicketChange reference(OpenTicket ticket, String reference) {
    Optional<Refusal> refusal =
        bounds.text("Reference", reference, LaneLimits.REFERENCE_LENGTH_MAX);
    return refusal
        .<TicketChange>map(NotChanged::new)
        .orElseGet(
            () -> new Changed(ticket.referring(reference.isBlank() ? null : reference.strip())));
  }

  /** What goes back for what was paid is worth that and nothing else. */
  private static Optional<Refusal> fromReceipt(OpenTicket ticket, int line) {
    return ticket.hasLine(line) && ticket.line(line).isFromReceipt()
        ? Optional.of(new Refusal.AsOnReceipt(line))
        : Optional.empty();
  }

  static TicketChange onLine(
      OpenTicket ticket, int line, Optional<Refusal> refusal, Supplier<OpenTicket> change) {
    if (!ticket.hasLine(line)) {
      return new NotChanged(new Refusal.NoSuchLine(line, ticket.lines().size()));
    }
    return refusal.<TicketChange>map(NotChanged::new).orElseGet(() -> new Changed(change.get()));
  }

  /** Written as it will be read back: 10, not 1E+1 or 10.000. */
  private static BigDecimal plain(BigDecimal quantity) {
    BigDecimal stripped = quantity.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static NotChanged reasonMissing(Money bookPrice, @Nullable Money price) {
    return new NotChanged(new Refusal.ReasonMissing(bookPrice, price == null ? bookPrice : price));
  }
}
