package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A completed, paid sale, return or exchange.
 *
 * @param number printed on the receipt, for example {@code S01-R07-1923}; counts on over epochs
 * @param priceBook version of the price book its lines were priced with
 * @param reference what another system calls it, for example an imported invoice number
 * @param total what the customer pays, tax included; negative on a return
 * @param tenders what was received, negative when paid out
 * @param change given back in cash, never negative
 * @param pricing with what the price book was asked, null when not recorded
 * @param particulars what else it says, null for nothing
 * @param rounding what cash rounding added to the total, null for nothing
 */
@JsonPropertyOrder({
  "number",
  "kind",
  "priceBook",
  "reference",
  "lines",
  "taxes",
  "total",
  "tenders",
  "change",
  "pricing",
  "particulars",
  "rounding"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(
    String number,
    TicketKind kind,
    long priceBook,
    @Nullable String reference,
    List<TicketLine> lines,
    List<TaxAmount> taxes,
    Money total,
    List<Tender> tenders,
    Money change,
    @Nullable PricingContext pricing,
    @Nullable TicketParticulars particulars,
    @Nullable Money rounding) {

  public Ticket {
    Objects.requireNonNull(number, "number is missing");
    Objects.requireNonNull(kind, "kind is missing");
    Objects.requireNonNull(total, "total is missing");
    Objects.requireNonNull(change, "change is missing");
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    tenders = List.copyOf(tenders);
    particulars = particulars == null || particulars.isNone() ? null : particulars;
    rounding = rounding == null || rounding.isZero() ? null : rounding;
    requireLines(number, kind, lines, particulars);
    TicketTotals totals = TicketTotals.of(lines, orNone(particulars), total.getCurrencyUnit());
    require(
        totals.taxes().equals(taxes),
        number,
        "the taxes stated are " + taxes + ", its lines give " + totals.taxes());
    require(
        totals.total().equals(total),
        number,
        "the total stated is " + total + ", its lines give " + totals.total());
    require(!change.isNegative(), number, "change is never negative; got " + change);
    Money paid = tenders.stream().map(Tender::amount).reduce(change.multipliedBy(-1), Money::plus);
    Money due = rounding == null ? total : total.plus(rounding);
    require(
        paid.equals(due), number, "tenders less change are " + paid + ", what is due is " + due);
  }

  /** The same without a record of what the price book was asked. */
  public static Ticket of(
      String number,
      TicketKind kind,
      long priceBook,
      @Nullable String reference,
      List<TicketLine> lines,
      List<Tender> tenders,
      Money change) {
    return of(number, kind, priceBook, reference, lines, tenders, change, null);
  }

  /** The same without particulars and rounding. */
  public static Ticket of(
      String number,
      TicketKind kind,
      long priceBook,
      @Nullable String reference,
      List<TicketLine> lines,
      List<Tender> tenders,
      Money change,
      @Nullable PricingContext pricing) {
    return of(
        number,
        kind,
        priceBook,
        reference,
        lines,
        tenders,
        change,
        pricing,
        TicketParticulars.NONE,
        Money.zero(change.getCurrencyUnit()));
  }

  /** A ticket whose taxes and total are worked out from its lines and charges. */
  public static Ticket of(
      String number,
      TicketKind kind,
      long priceBook,
      @Nullable String reference,
      List<TicketLine> lines,
      List<Tender> tenders,
      Money change,
      @Nullable PricingContext pricing,
      TicketParticulars particulars,
      Money rounding) {
    TicketTotals totals = TicketTotals.of(lines, particulars, change.getCurrencyUnit());
    return new Ticket(
        number,
        kind,
        priceBook,
        reference,
        lines,
        totals.taxes(),
        totals.total(),
        tenders,
        change,
        pricing,
        particulars,
        rounding);
  }

  /**
   * The count in its number: 1923 of {@code S01-R07-1923}.
   *
   * @throws NumberFormatException when the number has none
   */
  public long count() {
    return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
  }

  /** Who bought, null when nobody said. */
  @JsonIgnore
  public @Nullable CustomerName customer() {
    return orNone(particulars).customer();
  }

  /** Why no tax was charged, null when it was. */
  @JsonIgnore
  public @Nullable String exemption() {
    return orNone(particulars).exemption();
  }

  /** What was paid for besides goods. */
  @JsonIgnore
  public List<Charge> charges() {
    return orNone(particulars).charges();
  }

  /** What it does to a document, null for nothing. */
  @JsonIgnore
  public @Nullable DocumentStep document() {
    return orNone(particulars).document();
  }

  /** The event it was sold at, null in the shop. */
  @JsonIgnore
  public @Nullable EventName event() {
    return orNone(particulars).event();
  }

  private static TicketParticulars orNone(@Nullable TicketParticulars particulars) {
    return particulars == null ? TicketParticulars.NONE : particulars;
  }

  /** The goods without tax. */
  @JsonIgnore
  public Money net() {
    return taxes.stream()
        .map(TaxAmount::net)
        .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
  }

  /** Total tax. */
  @JsonIgnore
  public Money tax() {
    return taxes.stream()
        .map(TaxAmount::tax)
        .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
  }

  /** What was paid for besides goods, in all. */
  @JsonIgnore
  public Money charged() {
    return total.minus(net()).minus(tax());
  }

  private static void requireLines(
      String number,
      TicketKind kind,
      List<TicketLine> lines,
      @Nullable TicketParticulars particulars) {
    require(
        !lines.isEmpty() || !orNone(particulars).charges().isEmpty(), number, "it has no lines");
    EventName at = orNone(particulars).event();
    String event = at == null ? null : at.id();
    for (int i = 0; i < lines.size(); i++) {
      TicketLine line = lines.get(i);
      require(line.number() == i + 1, number, "line " + (i + 1) + " is numbered " + line.number());
      require(
          line.event() == null || line.isFromReceipt() || line.event().equals(event),
          number,
          "line " + (i + 1) + " has a price of event " + line.event() + " and it is of " + event);
    }
    TicketKind lineKind = TicketKind.of(lines);
    require(
        kind == lineKind,
        number,
        "it is a " + kind + ", and the quantities of its lines make a " + lineKind);
  }

  private static void require(boolean holds, String number, String broken) {
    if (!holds) {
      throw new IllegalArgumentException("Ticket " + number + " does not add up: " + broken + ".");
    }
  }
}
