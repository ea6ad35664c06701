package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.TicketChange.Changed;
import dev.tillbridge.register.lane.TicketChange.NotChanged;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rules for changing an open ticket. */
final class Ringing {

  private final Bounds bounds;
  private final CurrencyUnit currency;

  Ringing(CurrencyUnit currency) {
    this.currency = currency;
    this.bounds = new Bounds(currency);
  }

  TicketChange add(OpenTicket ticket, Scan scan, Optional<PriceBook> current) {
    Optional<Refusal> outOfBounds = bounds.of(scan);
    if (outOfBounds.isPresent()) {
      return new NotChanged(outOfBounds.get());
    }
    if (ticket.lines().size() >= LaneLimits.LINES_MAX) {
      return new NotChanged(new Refusal.TooManyLines(LaneLimits.LINES_MAX));
    }
    if (current.isEmpty()) {
      return new NotChanged(new Refusal.NoPriceBook());
    }
    PriceBook book = current.get();
    String code = scan.code().strip();
    long version = book.manifest().version();
    PricingContext context = PricingContext.at(LocalDateTime.MIN, null);
    Optional<TicketLine> found = new TicketPricer(book).line(code, plain(scan.quantity()), context);
    if (found.isEmpty()) {
      return new NotChanged(new Refusal.UnknownBarcode(code, version));
    }
    Money price = found.get().unitPrice();
    if (!price.getCurrencyUnit().equals(currency)) {
      return new NotChanged(new Refusal.BookInAnotherCurrency(version, price, currency));
    }
    OpenTicket referring =
        scan.reference() == null ? ticket : ticket.referring(scan.reference().strip());
    OpenTicket longer = referring.with(found.get(), version);
    if (scan.price() == null || scan.price().equals(price)) {
      return new Changed(longer);
    }
    return scan.reason() == null || scan.reason().isBlank()
        ? reasonMissing(price, scan.price())
        : new Changed(longer.withPrice(longer.lines().size(), scan.price(), scan.reason().strip()));
  }

  TicketChange quantity(OpenTicket ticket, int line, BigDecimal quantity) {
    return onLine(
        ticket, line, bounds.quantity(quantity), () -> ticket.withQuantity(line, plain(quantity)));
  }

  TicketChange voidLine(OpenTicket ticket, int line) {
    return onLine(ticket, line, Optional.empty(), () -> ticket.without(line));
  }

  TicketChange price(OpenTicket ticket, int line, Money price, String reason) {
    Optional<Refusal> refusal =
        bounds
            .amount("Price", price)
            .or(() -> bounds.text("Reason", reason, LaneLimits.REASON_LENGTH_MAX));
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

  TicketChange kind(OpenTicket ticket, TicketKind kind) {
    return ticket.isEmpty()
        ? new Changed(ticket.turned(kind))
        : new NotChanged(
            new Refusal.TicketInProgress(ticket.lines().size(), ticket.totals(currency).total()));
  }

  TicketChange reference(OpenTicket ticket, String reference) {
    Optional<Refusal> refusal =
        bounds.text("Reference", reference, LaneLimits.REFERENCE_LENGTH_MAX);
    return refusal
        .<TicketChange>map(NotChanged::new)
        .orElseGet(
            () -> new Changed(ticket.referring(reference.isBlank() ? null : reference.strip())));
  }

  private static TicketChange onLine(
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
