package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A completed, paid sale or return.
 *
 * @param number printed on the receipt, for example {@code S01-R07-1923}; counts on over epochs
 * @param priceBook version of the price book its lines were priced with
 * @param reference what another system calls it, for example an imported invoice number
 * @param total what the customer pays, tax included; negative on a return
 * @param tenders what was received, negative when paid out
 * @param change given back in cash, never negative
 * @param pricing with what the price book was asked, null when not recorded
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
  "pricing"
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
    @Nullable PricingContext pricing) {

  public Ticket {
    Objects.requireNonNull(number, "number is missing");
    Objects.requireNonNull(kind, "kind is missing");
    Objects.requireNonNull(total, "total is missing");
    Objects.requireNonNull(change, "change is missing");
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    tenders = List.copyOf(tenders);
    requireLines(number, kind, lines);
    TicketTotals totals = TicketTotals.of(lines, total.getCurrencyUnit());
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
    require(
        paid.equals(total), number, "tenders less change are " + paid + ", the total is " + total);
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

  /** A ticket whose taxes and total are worked out from its lines. */
  public static Ticket of(
      String number,
      TicketKind kind,
      long priceBook,
      @Nullable String reference,
      List<TicketLine> lines,
      List<Tender> tenders,
      Money change,
      @Nullable PricingContext pricing) {
    TicketTotals totals = TicketTotals.of(lines, change.getCurrencyUnit());
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
        pricing);
  }

  /** Total without tax. */
  @JsonIgnore
  public Money net() {
    return taxes.stream()
        .map(TaxAmount::net)
        .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
  }

  /** Total tax. */
  @JsonIgnore
  public Money tax() {
    return total.minus(net());
  }

  private static void requireLines(String number, TicketKind kind, List<TicketLine> lines) {
    require(!lines.isEmpty(), number, "it has no lines");
    int sign = kind == TicketKind.SALE ? 1 : -1;
    for (int i = 0; i < lines.size(); i++) {
      TicketLine line = lines.get(i);
      require(line.number() == i + 1, number, "line " + (i + 1) + " is numbered " + line.number());
      require(
          line.quantity().signum() == sign,
          number,
          "line " + line.number() + " has quantity " + line.quantity() + " on a " + kind);
    }
  }

  private static void require(boolean holds, String number, String broken) {
    if (!holds) {
      throw new IllegalArgumentException("Ticket " + number + " does not add up: " + broken + ".");
    }
  }
}
