package dev.tillbridge.register.ticket;

import dev.tillbridge.model.tender.Tender;
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
 * A ticket not yet paid. Every change gives a new one.
 *
 * @param priceBook version of the book that priced the first line, 0 while there is none
 * @param reference what another system calls it
 */
public record OpenTicket(
    TicketKind kind, long priceBook, @Nullable String reference, List<TicketLine> lines) {

  /** Nothing rung yet; the next one is a sale. */
  public static final OpenTicket EMPTY = new OpenTicket(TicketKind.SALE, 0, null, List.of());

  public OpenTicket {
    Objects.requireNonNull(kind, "kind is missing");
    lines = List.copyOf(lines);
    int sign = kind == TicketKind.SALE ? 1 : -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).number() != i + 1 || lines.get(i).quantity().signum() != sign) {
        throw new IllegalArgumentException(
            "Line %d of an open %s cannot be %s.".formatted(i + 1, kind, lines.get(i)));
      }
    }
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether there is anything a restart should bring back. */
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
    return new OpenTicket(newKind, priceBook, reference, lines);
  }

  public OpenTicket referring(@Nullable String newReference) {
    return new OpenTicket(kind, priceBook, newReference, lines);
  }

  /**
   * With one more line at the end, numbered here.
   *
   * @param book version of the book that priced it
   * @param line its quantity positive, its number of no account
   */
  public OpenTicket with(TicketLine line, long book) {
    List<TicketLine> longer = new ArrayList<>(lines);
    longer.add(renumbered(line, lines.size() + 1, signed(line.quantity().abs())));
    return new OpenTicket(kind, isEmpty() ? book : priceBook, reference, longer);
  }

  /** Without this line; those after it move up. */
  public OpenTicket without(int number) {
    List<TicketLine> shorter = new ArrayList<>(lines.size());
    for (TicketLine line : lines) {
      if (line.number() != number) {
        shorter.add(renumbered(line, shorter.size() + 1, line.quantity()));
      }
    }
    return new OpenTicket(kind, shorter.isEmpty() ? 0 : priceBook, reference, shorter);
  }

  /** With another quantity on this line, given positive. */
  public OpenTicket withQuantity(int number, BigDecimal quantity) {
    return replacing(number, line -> renumbered(line, number, signed(quantity)));
  }

  /** With another price on this line; the book's own price takes the override away. */
  public OpenTicket withPrice(int number, Money price, String reason) {
    return replacing(number, line -> priced(line, price, reason));
  }

  /** The paid ticket. */
  public Ticket completed(String number, List<Tender> tenders, Money change) {
    return Ticket.of(number, kind, priceBook, reference, lines, tenders, change);
  }

  private OpenTicket replacing(int number, UnaryOperator<TicketLine> change) {
    List<TicketLine> changed = new ArrayList<>(lines);
    changed.set(number - 1, change.apply(line(number)));
    return new OpenTicket(kind, priceBook, reference, changed);
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

  private static TicketLine renumbered(TicketLine line, int number, BigDecimal quantity) {
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
