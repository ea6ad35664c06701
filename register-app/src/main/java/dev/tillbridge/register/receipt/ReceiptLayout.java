package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.ticket.Savings;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
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
 * @param words in the language that is printed
 */
public record ReceiptLayout(List<String> header, ZoneId zone, Words words) {

  private static final int WIDTH = Receipt.WIDTH;
  private static final String RULE = "-".repeat(WIDTH);

  public ReceiptLayout {
    header = List.copyOf(header);
  }

  /** In English. */
  public ReceiptLayout(List<String> header, ZoneId zone) {
    this(header, zone, Words.english());
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
      paper.add(title(PaperWord.COPY));
    }
    switch (ticket.kind()) {
      case SALE -> {}
      case RETURN -> paper.add(title(PaperWord.RETURN));
      case EXCHANGE -> paper.add(title(PaperWord.EXCHANGE));
    }
    paper.add(
        row(
            words.of(PaperWord.TICKET, ticket.number()),
            words.of(PaperWord.OPERATOR, entry.operator())));
    paper.add(words.onPaper(PaperWord.TIME, entry.recordedAt().atZone(zone)));
    if (ticket.customer() != null) {
      paper.add(cut(words.of(PaperWord.CUSTOMER, ticket.customer().name()), WIDTH));
    }
    if (ticket.exemption() != null) {
      paper.add(cut(words.of(PaperWord.TAX_EXEMPT, ticket.exemption()), WIDTH));
    }
    if (ticket.reference() != null) {
      paper.add(words.of(PaperWord.REFERENCE, ticket.reference()));
    }
    if (ticket.event() != null) {
      paper.addAll(place(ticket.event(), words));
    }
    if (ticket.document() != null) {
      paper.add(words.of(PaperWord.DOCUMENT, ticket.document().number()));
    }
    paper.add(RULE);
    ticket.lines().forEach(line -> addLine(paper, line, QuantityWords.unit(line, units)));
    ticket.charges().forEach(charge -> addCharge(paper, charge));
    paper.add(RULE);
    addTotals(paper, ticket);
    if (leftOn != null) {
      paper.add("");
      paper.add(row(words.of(PaperWord.LEFT_ON_DOCUMENT), words.coded(leftOn)));
    }
    Money saved = Savings.of(ticket.lines(), ticket.total().getCurrencyUnit());
    if (saved.isPositive()) {
      paper.add("");
      paper.add(row(words.of(PaperWord.YOU_SAVED), words.coded(saved)));
    }
    paper.add("");
    return scannable(new Receipt(paper, true), ticket.number());
  }

  /**
   * What goes with a present: the goods without their prices, and the ticket's number to bring them
   * back by.
   *
   * @param units as for the receipt
   */
  public Receipt gift(JournalEntry entry, Ticket ticket, Map<String, String> units) {
    List<String> paper = new ArrayList<>();
    header.forEach(line -> paper.add(centred(line)));
    paper.add("");
    paper.add(title(PaperWord.GIFT_RECEIPT));
    paper.add(words.of(PaperWord.TICKET, ticket.number()));
    paper.add(words.onPaper(PaperWord.TIME, entry.recordedAt().atZone(zone)));
    paper.add(RULE);
    for (TicketLine line : ticket.lines()) {
      if (line.quantity().signum() > 0) {
        String unit = QuantityWords.unit(line, units);
        paper.add(
            row(
                line.name(),
                "x " + words.plain(line.quantity()) + (unit == null ? "" : " " + unit)));
      }
    }
    paper.add(RULE);
    paper.add("");
    return scannable(new Receipt(paper, true), ticket.number());
  }

  /** A number too long for the paper's width is on the receipt in letters all the same. */
  private static Receipt scannable(Receipt receipt, String number) {
    return number.length() <= Receipt.Code.CHARS_MAX
        ? receipt.withCode(Receipt.Symbology.CODE128, number)
        : receipt;
  }

  /** Says at which event a paper was made, and where. */
  public static List<String> place(EventName event, Words words) {
    return List.of(
        cut(words.of(PaperWord.EVENT_NAMED, event.name()), WIDTH),
        cut(words.of(PaperWord.EVENT_AT, event.place()), WIDTH));
  }

  /** The top of any paper but a ticket's receipt. */
  public List<String> head(JournalEntry entry, PaperWord title) {
    return head(entry.id().lane(), entry.recordedAt(), entry.operator(), title);
  }

  /** The same for what is not recorded. */
  public List<String> head(LaneId lane, Instant at, String operator, PaperWord title) {
    List<String> paper = new ArrayList<>();
    header.forEach(line -> paper.add(centred(line)));
    paper.add("");
    paper.add(title(title));
    paper.add(row(lane.toString(), words.of(PaperWord.OPERATOR, operator)));
    paper.add(words.onPaper(PaperWord.TIME, at.atZone(zone)));
    paper.add(RULE);
    return paper;
  }

  private String title(PaperWord word) {
    return centred("*** " + words.of(word) + " ***");
  }

  void addLine(List<String> paper, TicketLine line, @Nullable String unit) {
    boolean single = line.quantity().compareTo(BigDecimal.ONE) == 0;
    String amount = words.figures(line.undiscounted());
    if (single) {
      paper.add(row(line.name(), amount));
    } else {
      paper.add(cut(line.name(), WIDTH));
      paper.add(
          row(
              "  %s%s x %s"
                  .formatted(
                      words.plain(line.quantity()),
                      unit == null ? "" : " " + unit,
                      words.figures(line.unitPrice())),
              amount));
    }
    PriceOverride override = line.override();
    if (override != null) {
      paper.add(
          cut(
              "  "
                  + words.of(
                      PaperWord.PRICE_CHANGED,
                      words.figures(override.bookPrice()),
                      override.reason()),
              WIDTH));
    }
    ReturnedFrom from = line.returned();
    if (from != null && from.ticket() != null) {
      String number = Integer.toString(from.line());
      paper.add(cut("  " + words.of(PaperWord.FROM_TICKET, from.ticket(), number), WIDTH));
    }
    line.discounts()
        .forEach(discount ->
            paper.add(row("  " + discount.name(), words.figures(discount.amount().negated()))));
  }

  /** The number of a stored value is never cut: it has a line of its own. */
  private void addCharge(List<String> paper, Charge charge) {
    if (charge instanceof Charge.StoredValueSold sold) {
      String kind = TenderWords.of(sold.kind(), words);
      paper.add(
          row(
              sold.reload() ? words.of(PaperWord.MORE_ON_IT, kind) : kind,
              words.figures(sold.amount())));
      paper.add("  " + sold.number());
    } else {
      paper.add(row(words.text(charge.name()), words.figures(charge.amount())));
    }
  }

  private void addTotals(List<String> paper, Ticket ticket) {
    for (TaxAmount tax : ticket.taxes()) {
      boolean included = tax.rate().mode() == TaxMode.INCLUSIVE;
      paper.add(
          row(
              words.of(
                  included ? PaperWord.TAX_INCLUDED : PaperWord.TAX,
                  tax.rate().category(),
                  words.plain(tax.rate().percent().stripTrailingZeros()),
                  words.figures(tax.net())),
              words.figures(tax.tax())));
    }
    paper.add(row(words.of(PaperWord.TOTAL), words.coded(ticket.total())));
    if (ticket.rounding() != null) {
      paper.add(row(words.of(PaperWord.ROUNDING), words.coded(ticket.rounding())));
    }
    for (Tender tender : ticket.tenders()) {
      String name =
          tender instanceof Tender.StoredValue stored
              ? TenderWords.of(stored.kind(), words)
              : TenderWords.of(tender, words);
      boolean back = tender.amount().isNegative();
      paper.add(
          row(
              back ? words.of(PaperWord.PAID_OUT_IN, name) : name,
              words.coded(tender.amount().abs())));
      if (tender instanceof Tender.StoredValue stored) {
        paper.add("  " + stored.number());
      }
    }
    if (!ticket.total().isNegative()) {
      paper.add(row(words.of(PaperWord.CHANGE), words.coded(ticket.change())));
    }
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
