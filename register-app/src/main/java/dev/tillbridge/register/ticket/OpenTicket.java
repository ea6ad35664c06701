package dev.tillbridge.register.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ticket not yet paid. Every change gives a new one, whose lines are to be priced again.
 *
 * @param priceBook version of the book its lines are priced with, 0 while there is none
 * @param reference what another system calls it
 * @param pricing with what the book was asked, null before the first line
 * @param given discounts people gave, one for a line and one for the ticket at most
 */
public record OpenTicket(
    TicketKind kind,
    long priceBook,
    @Nullable String reference,
    List<TicketLine> lines,
    @Nullable PricingContext pricing,
    List<GivenDiscount> given) {

  /** Nothing rung yet; the next one is a sale. */
  public static final OpenTicket EMPTY =
      new OpenTicket(TicketKind.SALE, 0, null, List.of(), null, List.of());

  public OpenTicket {
    Objects.requireNonNull(kind, "kind is missing");
    lines = List.copyOf(lines);
    given = given == null ? List.of() : List.copyOf(given); // absent in older files
    int sign = kind == TicketKind.SALE ? 1 : -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).number() != i + 1 || lines.get(i).quantity().signum() != sign) {
        throw new IllegalArgumentException(
            "Line %d of an open %s cannot be %s.".formatted(i + 1, kind, lines.get(i)));
      }
    }
  }

  @JsonIgnore
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether there is anything a restart should bring back. */
  @JsonIgnore
  public boolean isUntouched() {
    return equals(EMPTY);
  }

  public boolean hasLine(int number) {
    return number >= 1 && number <= lines.size();
  }

  /** The line with this number; it must be there. */
  public TicketLine line(int number) {
    return lines.get(number - 1);
  }

  public TicketTotals totals(CurrencyUnit currency) {
    return TicketTotals.of(lines, currency);
  }

  /** The same ticket going the other way; only an empty one can. */
  public OpenTicket turned(TicketKind newKind) {
    if (!isEmpty()) {
      throw new IllegalStateException("A ticket with lines keeps its kind " + kind + ".");
    }
    return new OpenTicket(newKind, priceBook, reference, lines, pricing, given);
  }

  public OpenTicket referring(@Nullable String newReference) {
    return new OpenTicket(kind, priceBook, newReference, lines, pricing, given);
  }

  /**
   * With one more line at the end, numbered here.
   *
   * @param book version of the book that priced it
   * @param line its quantity positive, its number of no account
   */
  public OpenTicket with(TicketLine line, long book) {
    List<TicketLine> longer = new ArrayList<>(lines);
    longer.add(undiscounted(line, lines.size() + 1, signed(line.quantity().abs())));
    return new OpenTicket(kind, isEmpty() ? book : priceBook, reference, longer, pricing, given);
  }

  /** Without this line; those after it move up. The last one takes all that was asked with it. */
  public OpenTicket without(int number) {
    List<TicketLine> shorter = new ArrayList<>(lines.size());
    for (TicketLine line : lines) {
      if (line.number() != number) {
        shorter.add(line.numbered(shorter.size() + 1));
      }
    }
    if (shorter.isEmpty()) {
      return new OpenTicket(kind, 0, reference, shorter, null, List.of());
    }
    List<GivenDiscount> kept = new ArrayList<>(given.size());
    for (GivenDiscount each : given) {
      Integer line = each.line();
      if (line == null || line < number) {
        kept.add(each);
      } else if (line > number) {
        kept.add(each.onLine(line - 1));
      }
    }
    return new OpenTicket(kind, priceBook, reference, shorter, pricing, kept);
  }

  /** With another quantity on this line, given positive. */
  public OpenTicket withQuantity(int number, BigDecimal quantity) {
    return replacing(number, line -> undiscounted(line, number, signed(quantity)));
  }

  /** With another price on this line; the book's own price takes the override away. */
  public OpenTicket withPrice(int number, Money price, String reason) {
    return replacing(number, line -> priced(line, price, reason));
  }

  /** With this discount in place of the one its line, or the ticket, had. */
  public OpenTicket giving(GivenDiscount discount) {
    OpenTicket without = givingNothing(discount.line());
    List<GivenDiscount> more = new ArrayList<>(without.given);
    more.add(discount);
    return new OpenTicket(kind, priceBook, reference, lines, pricing, more);
  }

  /**
   * Without the discount given on a line.
   *
   * @param line null for the one on the ticket
   */
  public OpenTicket givingNothing(@Nullable Integer line) {
    List<GivenDiscount> fewer =
        given.stream().filter(each -> !Objects.equals(each.line(), line)).toList();
    return new OpenTicket(kind, priceBook, reference, lines, pricing, fewer);
  }

  /** Its lines as they are before any discount. */
  public List<TicketLine> undiscounted() {
    return lines.stream().map(line -> undiscounted(line, line.number(), line.quantity())).toList();
  }

  /** To be priced in this context from now on. */
  public OpenTicket asking(PricingContext context) {
    return new OpenTicket(kind, priceBook, reference, lines, context, given);
  }

  /** With its lines as this book priced them. */
  public OpenTicket priced(List<TicketLine> newLines, long book, PricingContext context) {
    return new OpenTicket(kind, book, reference, newLines, context, given);
  }

  /** The paid ticket. */
  public Ticket completed(String number, List<Tender> tenders, Money change) {
    return Ticket.of(number, kind, priceBook, reference, lines, tenders, change, pricing);
  }

  /** The line with these discounts and no others. */
  public static TicketLine discounted(TicketLine line, List<LineDiscount> discounts) {
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
        discounts);
  }

  private OpenTicket replacing(int number, UnaryOperator<TicketLine> change) {
    List<TicketLine> changed = new ArrayList<>(lines);
    changed.set(number - 1, change.apply(line(number)));
    return new OpenTicket(kind, priceBook, reference, changed, pricing, given);
  }

  private BigDecimal signed(BigDecimal quantity) {
    return switch (kind) {
      case SALE -> quantity;
      case RETURN -> quantity.negate();
    };
  }

  private static TicketLine priced(TicketLine line, Money price, String reason) {
    PriceOverride before = line.override();
    Money bookPrice = before == null ? line.unitPrice() : before.bookPrice();
    PriceOverride after = price.equals(bookPrice) ? null : new PriceOverride(bookPrice, reason);
    return TicketLine.of(
        line.number(),
        line.item(),
        line.scanned(),
        line.name(),
        line.quantity(),
        price,
        line.tax(),
        after,
        line.basis(),
        List.of());
  }

  private static TicketLine undiscounted(TicketLine line, int number, BigDecimal quantity) {
    return TicketLine.of(
        number,
        line.item(),
        line.scanned(),
        line.name(),
        quantity,
        line.unitPrice(),
        line.tax(),
        line.override(),
        line.basis(),
        List.of());
  }
}
