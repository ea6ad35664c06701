package dev.tillbridge.register.lane;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.pricing.RingingBook;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds book and context for the open ticket, and keeps its book until it ends. */
final class TicketPrices {

  private final PriceBooks books;
  private final LaneClock clock;
  private final String store;
  private final Supplier<@Nullable OffsiteEvent> event;
  private final Map<String, Optional<String>> unitByItem = new HashMap<>();
  private @Nullable RingingBook unitsFrom;

  TicketPrices(
      PriceBooks books, LaneClock clock, String store, Supplier<@Nullable OffsiteEvent> event) {
    this.event = event;
    this.books = books;
    this.clock = clock;
    this.store = store;
  }

  /** The ticket's own book, or the newest one when it has none or its own is gone. */
  Optional<TicketPricing> of(OpenTicket ticket) {
    Optional<? extends RingingBook> own =
        !ticket.hasLines() ? Optional.empty() : books.hold(ticket.priceBook());
    RingingBook book = own.isPresent() ? own.get() : books.current().orElse(null);
    return Optional.ofNullable(book)
        .map(b -> new TicketPricing(b, context(ticket.pricing(), b), event.get()));
  }

  /** The ticket is this one now: its book stays, any other may go. */
  void keepFor(OpenTicket ticket) {
    if (!ticket.hasLines()) {
      books.letGo();
    } else {
      books.hold(ticket.priceBook());
    }
  }

  /** What the quantities of these items count, by their codes; without those that have no unit. */
  Map<String, String> units(List<TicketLine> lines) {
    Optional<? extends RingingBook> book = books.current();
    if (book.isEmpty() || !book.get().equals(unitsFrom)) {
      unitByItem.clear();
      unitsFrom = book.orElse(null);
    }
    Map<String, String> units = new HashMap<>();
    for (TicketLine line : lines) {
      eventUnit(line)
          .or(() -> unitByItem.computeIfAbsent(line.item(), this::unit))
          .ifPresent(unit -> units.put(line.item(), unit));
    }
    return units;
  }

  private Optional<String> eventUnit(TicketLine line) {
    OffsiteEvent now = event.get();
    return now == null
        ? Optional.empty()
        : now.item(line.item()).map(OffsiteItem::unit).map(SaleUnit::name);
  }

  private Optional<String> unit(String item) {
    try {
      return Optional.ofNullable(unitsFrom)
          .flatMap(book -> book.item(item))
          .map(BookValue.Item::unit)
          .map(SaleUnit::name);
    } catch (IllegalStateException e) {
      return Optional.empty(); // a damaged book: it says so when it is rung
    }
  }

  private PricingContext context(@Nullable PricingContext begun, RingingBook book) {
    String zone = book.terms().zoneOf(store);
    return begun == null
        ? PricingContext.at(clock.onTheWall(), zone)
        : new PricingContext(begun.moment(), zone, begun.coupons(), begun.customerGroup());
  }
}
