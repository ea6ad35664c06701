package dev.tillbridge.register.pricing;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * With what a ticket is priced: one book and one context for all its lines.
 *
 * @param event whose prices come before the book's, null in the shop
 */
public record TicketPricing(
    RingingBook book, PricingContext context, @Nullable OffsiteEvent event) {

  private TicketPricer pricer() {
    return book.pricer().at(event);
  }

  public long version() {
    return book.manifest().version();
  }

  /** The line of what was scanned; empty when the book has no such barcode or code. */
  public Optional<TicketLine> line(String scanned, BigDecimal quantity) {
    return pricer().line(scanned, quantity, context);
  }

  /** What the event or the book says of a barcode or code. */
  public Optional<PriceBook.Found> find(String scanned) {
    return pricer().find(scanned);
  }

  /** The item of a line, empty when neither event nor book has it. */
  public Optional<BookValue.Item> itemOf(TicketLine line) {
    return find(line.scanned()).or(() -> find(line.item())).map(PriceBook.Found::item);
  }

  /** The same ticket with every line priced anew. */
  public OpenTicket priced(OpenTicket ticket) {
    List<TicketLine> byBook = pricer().price(ticket.undiscounted(), context);
    List<TicketLine> lines =
        ticket.given().isEmpty()
            ? byBook
            : pricer().price(ByHand.on(byBook, ticket.given()), context);
    return ticket.priced(lines, version(), context);
  }

  /** The coupon as this book writes it; empty when none of its promotions asks for it. */
  public Optional<String> coupon(String code) {
    return named(Promotion::coupon, code);
  }

  /** The customer group as this book writes it; empty when none of its promotions names it. */
  public Optional<String> customerGroup(String code) {
    return named(Promotion::customerGroup, code);
  }

  /** All customer groups that a promotion of this book is for. */
  public List<String> customerGroups() {
    return book.terms().promotions().stream()
        .map(Promotion::customerGroup)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<String> named(Function<Promotion, @Nullable String> name, String code) {
    for (Promotion promotion : book.terms().promotions()) {
      String named = name.apply(promotion);
      if (named != null && named.equalsIgnoreCase(code.strip())) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }
}
