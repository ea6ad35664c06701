package dev.tillbridge.hq.prices;

import dev.tillbridge.hq.prices.Difference.Aspect;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.TicketLine;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Differences from one version of the book, and the sentences for them. */
final class DifferenceWords {

  private final long version;

  DifferenceWords(long version) {
    this.version = version;
  }

  Difference noItem(TicketLine line) {
    return new Difference(
        line.number(),
        Aspect.ITEM,
        line.item(),
        "not in it",
        Money.zero(line.amount().getCurrencyUnit()),
        "charged %s for item %s, which price book %d does not have"
            .formatted(line.unitPrice(), line.item(), version));
  }

  Difference otherItem(TicketLine line, Expected expected) {
    return new Difference(
        line.number(),
        Aspect.ITEM,
        line.item(),
        expected.item(),
        Money.zero(line.amount().getCurrencyUnit()),
        "rung as item %s, but in price book %d the scanned %s is item %s"
            .formatted(line.item(), version, line.scanned(), expected.item()));
  }

  Difference price(TicketLine line, Money charged, Expected expected, Money difference) {
    String sentence =
        "%s %s, %s says %s%s"
            .formatted(
                line.override() == null ? "charged" : "price before it was changed by hand",
                charged,
                source(expected.basis()),
                expected.unitPrice(),
                of(expected.basis()));
    PriceBasis taken = line.basis();
    String elsewhere =
        taken == null || taken.event() != null || of(taken).equals(of(expected.basis()))
            ? ""
            : "; the register took its price" + placed(taken);
    return new Difference(
        line.number(),
        Aspect.PRICE,
        charged.toString(),
        expected.unitPrice().toString(),
        difference,
        sentence + elsewhere);
  }

  private String source(PriceBasis basis) {
    return basis.event() == null ? "price book " + version : "event " + basis.event();
  }

  Difference discount(TicketLine line, String name, Money was, Money should) {
    return new Difference(
        line.number(),
        Aspect.DISCOUNT,
        was.isZero() ? "nothing" : was.toString(),
        should.isZero() ? "nothing" : should.toString(),
        should.minus(was),
        "%s off for %s, price book %d takes %s off"
            .formatted(
                was.isZero() ? "nothing" : was.toString(),
                name,
                version,
                should.isZero() ? "nothing" : should.toString()));
  }

  Difference tax(TicketLine line, TaxRate expected, Money difference) {
    return new Difference(
        line.number(),
        Aspect.TAX,
        rate(line.tax()),
        rate(expected),
        difference,
        "taxed with %s, price book %d says %s"
            .formatted(rate(line.tax()), version, rate(expected)));
  }

  private static String rate(TaxRate tax) {
    return "%s %s %% %s"
        .formatted(
            tax.category(),
            tax.percent().stripTrailingZeros().toPlainString(),
            tax.mode() == TaxMode.INCLUSIVE ? "in the price" : "on top");
  }

  /** Empty for the price everywhere and always. */
  private static String of(PriceBasis basis) {
    return basis.zone() == null && basis.from() == null ? "" : placed(basis);
  }

  private static String placed(PriceBasis basis) {
    String zone = basis.zone() == null ? " for everywhere" : " in zone " + basis.zone();
    return zone + since(basis.from());
  }

  private static String since(@Nullable LocalDateTime from) {
    if (from == null) {
      return "";
    }
    return " since "
        + from.toLocalDate()
        + (from.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : " " + from.toLocalTime());
  }
}
