package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.ticket.Savings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lays out tickets for a receipt of {@value Receipt#WIDTH} columns.
 *
 * @param header printed first, centred
 * @param zone of the date and time printed
 */
public record ReceiptLayout(List<String> header, ZoneId zone) {

  private static final int WIDTH = Receipt.WIDTH;
  private static final String RULE = "-".repeat(WIDTH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  public ReceiptLayout {
    header = List.copyOf(header);
  }

  /**
   * The receipt of a completed ticket.
   *
   * @param entry in the journal
   * @param units what the quantities of items count, by their codes; an item may have none
   * @param copy true when it was printed before
   */
  public Receipt of(JournalEntry entry, Ticket ticket, Map<String, String> units, boolean copy) {
    return of(entry, ticket, units, copy, null);
  }

  /**
   * The same.
   *
   * @param leftOn what is still to be paid on the document that the ticket paid on, null for none
   */
  public Receipt of(
      JournalEntry entry,
      Ticket ticket,
      Map<String, String> units,
      boolean copy,
      @Nullable Money leftOn) {
    List<String> paper = new ArrayList<>();
    header.forEach(line -> paper.add(centred(line)));
    paper.add("");
    if (copy) {
      paper.add(centred("*** COPY ***"));
    }
    switch (ticket.kind()) {
      case SALE -> {}
      case RETURN -> paper.add(centred("*** RETURN ***"));
      case EXCHANGE -> paper.add(centred("*** EXCHANGE ***"));
    }
    paper.add(row("Ticket " + ticket.number(), "Operator " + entry.operator()));
    paper.add(TIME.format(entry.recordedAt().atZone(zone)));
    if (ticket.customer() != null) {
      paper.add(cut("Customer " + ticket.customer().name(), WIDTH));
    }
    if (ticket.exemption() != null) {
      paper.add(cut("Tax exempt " + ticket.exemption(), WIDTH));
    }
    if (ticket.reference() != null) {
      paper.add("Reference " + ticket.reference());
    }
    if (ticket.document() != null) {
      paper.add("Document " + ticket.document().number());
    }
    paper.add(RULE);
    ticket.lines().forEach(line -> addLine(paper, line, QuantityWords.unit(line, units)));
    ticket.charges().forEach(charge -> addCharge(paper, charge));
    paper.add(RULE);
    addTotals(paper, ticket);
    if (leftOn != null) {
      paper.add("");
      paper.add(row("LEFT TO PAY ON THE DOCUMENT", leftOn.toString()));
    }
    Money saved = Savings.of(ticket.lines(), ticket.total().getCurrencyUnit());
    if (saved.isPositive()) {
      paper.add("");
      paper.add(row("YOU SAVED", saved.toString()));
    }
    paper.add("");
    return scannable(new Receipt(paper, true), ticket.number());
  }

  /** A number too long for the paper's width is on the receipt in letters all the same. */
  private static Receipt scannable(Receipt receipt, String number) {
    return number.length() <= Receipt.Code.CHARS_MAX
        ? receipt.withCode(Receipt.Symbology.CODE128, number)
        : receipt;
  }

  /** The top of any paper but a ticket's receipt. */
  public List<String> head(JournalEntry entry, String title) {
    return head(entry.id().lane(), entry.recordedAt(), entry.operator(), title);
  }

  /** The same for what is not recorded. */
  public List<String> head(LaneId lane, Instant at, String operator, String title) {
    List<String> paper = new ArrayList<>();
    header.forEach(line -> paper.add(centred(line)));
    paper.add("");
    paper.add(centred("*** " + title + " ***"));
    paper.add(row(lane.toString(), "Operator " + operator));
    paper.add(TIME.format(at.atZone(zone)));
    paper.add(RULE);
    return paper;
  }

  static void addLine(List<String> paper, TicketLine line, @Nullable String unit) {
    boolean single = line.quantity().compareTo(BigDecimal.ONE) == 0;
    String amount = plain(line.undiscounted());
    if (single) {
      paper.add(row(line.name(), amount));
    } else {
      paper.add(cut(line.name(), WIDTH));
      paper.add(
          row(
              "  %s%s x %s"
                  .formatted(
                      line.quantity().toPlainString(),
                      unit == null ? "" : " " + unit,
                      plain(line.unitPrice())),
              amount));
    }
    PriceOverride override = line.override();
    if (override != null) {
      paper.add(
          cut(
              "  * price " + plain(override.bookPrice()) + " changed: " + override.reason(),
              WIDTH));
    }
    ReturnedFrom from = line.returned();
    if (from != null && from.ticket() != null) {
      paper.add(cut("  from " + from.ticket() + " line " + from.line(), WIDTH));
    }
    line.discounts()
        .forEach(
            discount -> paper.add(row("  " + discount.name(), plain(discount.amount().negated()))));
  }

  /** The number of a stored value is never cut: it has a line of its own. */
  private static void addCharge(List<String> paper, Charge charge) {
    if (charge instanceof Charge.StoredValueSold sold) {
      paper.add(
          row(
              TenderWords.of(sold.kind()) + (sold.reload() ? ", more on it" : ""),
              plain(sold.amount())));
      paper.add("  " + sold.number());
    } else {
      paper.add(row(charge.name(), plain(charge.amount())));
    }
  }

  private static void addTotals(List<String> paper, Ticket ticket) {
    for (TaxAmount tax : ticket.taxes()) {
      String included = tax.rate().mode() == TaxMode.INCLUSIVE ? " incl." : "";
      String percent = tax.rate().percent().stripTrailingZeros().toPlainString();
      paper.add(
          row(
              "Tax %s %s%%%s on %s"
                  .formatted(tax.rate().category(), percent, included, plain(tax.net())),
              plain(tax.tax())));
    }
    paper.add(row("TOTAL", ticket.total().toString()));
    if (ticket.rounding() != null) {
      paper.add(row("Rounding", ticket.rounding().toString()));
    }
    for (Tender tender : ticket.tenders()) {
      String back = tender.amount().isNegative() ? " paid out" : "";
      if (tender instanceof Tender.StoredValue value) {
        paper.add(row(TenderWords.of(value.kind()) + back, value.amount().abs().toString()));
        paper.add("  " + value.number());
      } else {
        paper.add(row(TenderWords.of(tender) + back, tender.amount().abs().toString()));
      }
    }
    if (!ticket.total().isNegative()) {
      paper.add(row("Change", ticket.change().toString()));
    }
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }

  /** Text at the left, as much as fits, and an amount at the right. */
  public static String row(String left, String right) {
    int room = Math.max(0, WIDTH - right.length() - 1);
    String text = cut(left, room);
    return text + " ".repeat(Math.max(1, WIDTH - text.length() - right.length())) + right;
  }

  static String centred(String text) {
    return " ".repeat(Math.max(0, (WIDTH - text.length()) / 2)) + text;
  }

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width);
  }
}
