package dev.tillbridge.hq.testing;

import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Any valid ticket, from a seed. */
public final class Baskets {

  private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");
  private static final List<TaxRate> RATES =
      List.of(
          new TaxRate("standard", BigDecimal.valueOf(20), TaxMode.INCLUSIVE),
          new TaxRate("reduced", BigDecimal.valueOf(5), TaxMode.INCLUSIVE),
          new TaxRate("zero", BigDecimal.ZERO, TaxMode.INCLUSIVE),
          new TaxRate("city", new BigDecimal("8.875"), TaxMode.EXCLUSIVE));

  private final RandomGenerator random;
  private final int linesMax;

  public Baskets(long seed, int linesMax) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.linesMax = linesMax;
  }

  public Baskets(long seed) {
    this(seed, 12);
  }

  public Ticket sale(String number) {
    return ticket(number, TicketKind.SALE);
  }

  public Ticket giveBack(String number) {
    return ticket(number, TicketKind.RETURN);
  }

  public Ticket any(String number) {
    return random.nextInt(4) == 0 ? giveBack(number) : sale(number);
  }

  private Ticket ticket(String number, TicketKind kind) {
    List<TicketLine> lines = new ArrayList<>();
    int count = random.nextInt(1, linesMax + 1);
    for (int i = 1; i <= count; i++) {
      lines.add(line(i, kind));
    }
    Money total = TicketTotals.of(lines, GBP).total();
    Money change = Money.zero(GBP);
    List<Tender> tenders = new ArrayList<>();
    if (kind == TicketKind.RETURN) {
      tenders.add(new Tender.Cash(total));
    } else {
      change = Money.ofMinor(GBP, random.nextInt(2) == 0 ? 0 : random.nextLong(0, 2_000));
      Money first = total.dividedBy(random.nextInt(1, 3), java.math.RoundingMode.DOWN);
      tenders.add(new Tender.Cash(first));
      tenders.add(new Tender.Cash(total.plus(change).minus(first)));
    }
    String reference = random.nextInt(3) == 0 ? "INV-" + number : null;
    return Ticket.of(number, kind, 1, reference, lines, tenders, change);
  }

  private TicketLine line(int number, TicketKind kind) {
    BigDecimal quantity =
        random.nextInt(5) == 0
            ? BigDecimal.valueOf(random.nextLong(1, 5_000), 3)
            : BigDecimal.valueOf(random.nextLong(1, 20));
    Money price = Money.ofMinor(GBP, random.nextInt(20) == 0 ? 0 : random.nextLong(1, 20_000));
    PriceOverride override =
        random.nextInt(6) == 0
            ? new PriceOverride(price.plusMinor(random.nextLong(1, 100)), "Damaged box")
            : null;
    int item = random.nextInt(10_000, 99_999);
    return TicketLine.of(
        number,
        "I" + item,
        "50" + item,
        "Item “" + item + "” {with, \"signs\"} \\ and €",
        kind == TicketKind.SALE ? quantity : quantity.negate(),
        price,
        RATES.get(random.nextInt(RATES.size())),
        override);
  }
}
