package dev.tillbridge.register.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
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
 * @param kind which way the next lines go: SALE or RETURN; lines of both make an exchange
 * @param given discounts people gave, one for a line and one for the ticket at most
 * @param particulars what it says besides goods
 * @param tenders taken so far; lines stay as they are while there are any
 * @param card a card payment that the terminal was asked for, null when none is under way
 * @param backFor why goods without a receipt come back, null while none do
 */
public record OpenTicket(
    TicketKind kind,
    long priceBook,
    @Nullable String reference,
    List<TicketLine> lines,
    @Nullable PricingContext pricing,
    List<GivenDiscount> given,
    TicketParticulars particulars,
    List<Tender> tenders,
    @Nullable CardUnderWay card,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String backFor) {

  /** Nothing rung yet; the next one is a sale. */
  public static final OpenTicket EMPTY =
      new OpenTicket(
          TicketKind.SALE,
          0,
          null,
          List.of(),
          null,
          List.of(),
          TicketParticulars.NONE,
          List.of(),
          null,
          null);

  public OpenTicket {
    Objects.requireNonNull(kind, "kind is missing");
    lines = List.copyOf(lines);
    given = given == null ? List.of() : List.copyOf(given); // absent in older files
    particulars = particulars == null ? TicketParticulars.NONE : particulars;
    tenders = tenders == null ? List.of() : List.copyOf(tenders);
    if (kind == TicketKind.EXCHANGE) {
      throw new IllegalArgumentException("The next line of a ticket goes one way only.");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "Line %d of an open ticket cannot be %s.".formatted(i + 1, lines.get(i)));
      }
    }
  }

  /** Whether there is nothing to be paid for yet. */
  @JsonIgnore
  public boolean isEmpty() {
    return lines.isEmpty() && particulars.charges().isEmpty();
  }

  /** Whether there is anything for the price book to price. */
  @JsonIgnore
  public boolean hasLines() {
    return !lines.isEmpty();
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
    return TicketTotals.of(lines, particulars, currency);
  }

  /** What tenders have paid of it so far. */
  public Money paid(CurrencyUnit currency) {
    return tenders.stream().map(Tender::amount).reduce(Money.zero(currency), Money::plus);
  }

  /** What is still to be paid; negative when the customer is given money. */
  public Money due(CurrencyUnit currency) {
    return totals(currency).total().minus(paid(currency));
  }

  /** The same ticket whose next lines go this way. */
  public OpenTicket turned(TicketKind newKind) {
    return new OpenTicket(
        newKind, priceBook, reference, lines, pricing, given, particulars, tenders, card, backFor);
  }

  /** Goods rung from now on come back without a receipt for this reason; null for none. */
  public OpenTicket takingBackFor(@Nullable String reason) {
    return new OpenTicket(
        kind, priceBook, reference, lines, pricing, given, particulars, tenders, card, reason);
  }

  /** The same ticket whose next lines are goods that go out. */
  public OpenTicket backToSale() {
    return turned(TicketKind.SALE).takingBackFor(null);
  }

  public OpenTicket referring(@Nullable String newReference) {
    return new OpenTicket(
        kind, priceBook, newReference, lines, pricing, given, particulars, tenders, card, backFor);
  }

  /**
   * With one more line at the end, numbered here.
   *
   * @param book version of the book that priced it
   * @param line its quantity positive, its number of no account
   */
  public OpenTicket with(TicketLine line, long book) {
    List<TicketLine> longer = new ArrayList<>(lines);
    TicketLine rung = line.times(signed(line.quantity().abs())).numbered(lines.size() + 1);
    longer.add(
        backFor != null && kind == TicketKind.RETURN
            ? rung.returnedFrom(new ReturnedFrom(null, 0, backFor))
            : rung);
    return goods(hasLines() ? priceBook : book, longer, pricing, given);
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
      return goods(0, shorter, null, List.of());
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
    return goods(priceBook, shorter, pricing, kept);
  }

  /** With another quantity on this line, given positive. */
  public OpenTicket withQuantity(int number, BigDecimal quantity) {
    return replacing(
        number, line -> line.times(line.quantity().signum() < 0 ? quantity.negate() : quantity));
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
    return goods(priceBook, lines, pricing, more);
  }

  /**
   * Without the discount given on a line.
   *
   * @param line null for the one on the ticket
   */
  public OpenTicket givingNothing(@Nullable Integer line) {
    List<GivenDiscount> fewer =
        given.stream().filter(each -> !Objects.equals(each.line(), line)).toList();
    return goods(priceBook, lines, pricing, fewer);
  }

  /**
   * The discount given on a line, null for none.
   *
   * @param line null for the one on the ticket
   */
  public @Nullable GivenDiscount given(@Nullable Integer line) {
    return given.stream()
        .filter(each -> Objects.equals(each.line(), line))
        .findFirst()
        .orElse(null);
  }

  /** Its lines as they are before any discount; what goes back for what was paid stays so. */
  public List<TicketLine> undiscounted() {
    return lines.stream()
        .map(line -> line.isFromReceipt() ? line : line.discounted(List.of()))
        .toList();
  }

  /** With one more line at the end that goes back for what was paid. */
  public OpenTicket withReturned(TicketLine line) {
    List<TicketLine> longer = new ArrayList<>(lines);
    longer.add(line.numbered(lines.size() + 1));
    return goods(priceBook, longer, pricing, given);
  }

  /** With other particulars. */
  public OpenTicket stating(TicketParticulars now) {
    return new OpenTicket(
        kind, priceBook, reference, lines, pricing, given, now, tenders, card, backFor);
  }

  /** With one more payment. */
  public OpenTicket paying(Tender tender) {
    List<Tender> more = new ArrayList<>(tenders);
    more.add(tender);
    return payments(more, card);
  }

  /** Without the payment at this place, counted from 1. */
  public OpenTicket withoutTender(int number) {
    List<Tender> fewer = new ArrayList<>(tenders);
    fewer.remove(number - 1);
    return payments(fewer, card);
  }

  /** With a card payment under way, null when none is any more. */
  public OpenTicket awaiting(@Nullable CardUnderWay payment) {
    return payments(tenders, payment);
  }

  /** To be priced in this context from now on. */
  public OpenTicket asking(@Nullable PricingContext context) {
    return goods(priceBook, lines, context, given);
  }

  /** With its lines as this book priced them. */
  public OpenTicket priced(List<TicketLine> newLines, long book, PricingContext context) {
    return goods(book, newLines, context, given);
  }

  /** The paid ticket. */
  public Ticket completed(String number, List<Tender> all, Money change, Money rounding) {
    return Ticket.of(
        number,
        TicketKind.of(lines),
        priceBook,
        reference,
        lines,
        all,
        change,
        pricing,
        IssuedOnTicket.numbered(particulars, number),
        rounding);
  }

  private OpenTicket replacing(int number, UnaryOperator<TicketLine> change) {
    List<TicketLine> changed = new ArrayList<>(lines);
    changed.set(number - 1, change.apply(line(number)));
    return goods(priceBook, changed, pricing, given);
  }

  /** The same ticket with other goods, or the same ones priced otherwise. */
  private OpenTicket goods(
      long book,
      List<TicketLine> newLines,
      @Nullable PricingContext context,
      List<GivenDiscount> newGiven) {
    return new OpenTicket(
        kind, book, reference, newLines, context, newGiven, particulars, tenders, card, backFor);
  }

  private OpenTicket payments(List<Tender> newTenders, @Nullable CardUnderWay payment) {
    return new OpenTicket(
        kind,
        priceBook,
        reference,
        lines,
        pricing,
        given,
        particulars,
        newTenders,
        payment,
        backFor);
  }

  private BigDecimal signed(BigDecimal quantity) {
    return kind == TicketKind.RETURN ? quantity.negate() : quantity;
  }

  private static TicketLine priced(TicketLine line, Money price, String reason) {
    PriceOverride before = line.override();
    Money bookPrice = before == null ? line.unitPrice() : before.bookPrice();
    PriceOverride after = price.equals(bookPrice) ? null : new PriceOverride(bookPrice, reason);
    return line.priced(price, after);
  }
}
