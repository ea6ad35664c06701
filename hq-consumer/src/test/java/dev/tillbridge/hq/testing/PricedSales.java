package dev.tillbridge.hq.testing;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A small price book, and tickets as a register would price them with it. */
public final class PricedSales {

  public static final LocalDateTime MOMENT = LocalDateTime.parse("2026-11-20T10:15:00");
  public static final TaxRate STANDARD =
      new TaxRate("standard", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);
  public static final BookValue TAX = new BookValue.TaxCategory("Standard rate", STANDARD);

  private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");

  private PricedSales() {}

  /** One whose barcode is 50 and its code. */
  public static BookValue.Item item(String code, String price, PricePoint... schedule) {
    return new BookValue.Item(
        code,
        "Item " + code,
        Money.parse("GBP " + price),
        "standard",
        List.of("50" + code),
        null,
        null,
        Arrays.asList(schedule));
  }

  /** One each of these barcodes, priced with a book of these values. */
  public static Ticket sale(
      String number,
      Manifest manifest,
      List<BookValue> book,
      @Nullable String zone,
      String... scanned) {
    PricingContext context = PricingContext.at(MOMENT, zone);
    TicketPricer pricer = new TicketPricer(new BookInMemory(manifest, book));
    List<TicketLine> lines = new ArrayList<>();
    for (String barcode : scanned) {
      TicketLine line = pricer.line(barcode, BigDecimal.ONE, context).orElseThrow();
      lines.add(line.numbered(lines.size() + 1));
    }
    return paid(number, TicketKind.SALE, manifest.version(), pricer.price(lines, context), context);
  }

  /** A ticket of these lines, paid in cash to the penny. */
  public static Ticket paid(
      String number,
      TicketKind kind,
      long version,
      List<TicketLine> lines,
      @Nullable PricingContext context) {
    Money total = lines.stream().map(TicketLine::amount).reduce(Money.zero(GBP), Money::plus);
    return Ticket.of(
        number,
        kind,
        version,
        null,
        lines,
        List.of(new Tender.Cash(total)),
        Money.zero(GBP),
        context);
  }
}
