package dev.tillbridge.register.returns;

import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.journal.TaxBack;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.LineTaxes;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.model.ticket.TicketTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random tickets of all rates, taxed or exempt, brought back in random parts: what goes back is
 * what was paid, and the tax of each rate is what was charged, to the penny.
 */
class AnySplitTest {

  private static final int TICKETS = 400;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final Money NONE = Money.zero(CurrencyUnit.GBP);
  private static final List<TaxRate> RATES =
      List.of(
          new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE),
          new TaxRate("REDUCED", BigDecimal.valueOf(5), TaxMode.INCLUSIVE),
          new TaxRate("STATE", BigDecimal.valueOf(20), TaxMode.EXCLUSIVE),
          new TaxRate("CITY", new BigDecimal("8.875"), TaxMode.EXCLUSIVE));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 20261128})
  void thePartsOfATicketAlwaysComeToTheWhole(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int taxOnTopInParts = 0;
    for (int i = 0; i < TICKETS; i++) {
      Ticket sold = sale(random);
      List<Ticket> parts = inParts(sold, NEVER, random);

      assertThat(sum(parts.stream().map(Ticket::total)))
          .as("seed %d, ticket %d: what went back of %s", seed, i, sold)
          .isEqualTo(sold.total().negated());
      assertThat(byRate(parts))
          .as("seed %d, ticket %d: the tax that went back of %s", seed, i, sold)
          .isEqualTo(byRate(List.of(sold)));
      assertThat(parts)
          .as("seed %d, ticket %d: no part is to be paid by the customer", seed, i)
          .noneMatch(part -> part.total().isPositive());
      if (parts.size() > 1 && !workedOutAnew(parts).equals(sold.total().negated())) {
        taxOnTopInParts++;
      }
    }
    assertThat(taxOnTopInParts)
        .as("tickets whose parts would not come to the whole, were tax worked out for each")
        .isPositive();
  }

  /** Some registers are older and tell no tax: what is left counts theirs as it was posted. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 20261128})
  void whatIsToldMakesUpForWhatWasNot(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int madeUpFor = 0;
    for (int i = 0; i < TICKETS; i++) {
      Ticket sold = sale(random);
      List<Ticket> parts = inParts(sold, 2 + random.nextInt(3), random);

      for (TicketLine line : sold.lines()) {
        List<Returned> back = back(parts, line.number());
        Money posted = sum(back.stream().map(each -> there(each.tax())));
        Money charged = LineTaxes.of(sold.lines(), line.number());
        if (endsToldWithRoom(parts, line)) {
          assertThat(posted)
              .as("seed %d, ticket %d: the tax of line %d of %s", seed, i, line.number(), sold)
              .isEqualTo(charged);
          madeUpFor += isUntold(parts, line.number()) && !isShare(sold, back, line) ? 1 : 0;
        }
      }
      Collections.shuffle(parts, new Random(random.nextLong()));
      assertThat(TaxBack.differences(sold, parts))
          .as("seed %d, ticket %d: nothing for HQ to find in %s", seed, i, parts)
          .isEmpty();
    }
    assertThat(madeUpFor)
        .as("lines that would be a penny off, did what was not told count as its share")
        .isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void aPennyThatIsToldWronglyIsFoundOnceAllIsBackInAnyOrder(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int found = 0;
    for (int i = 0; i < TICKETS; i++) {
      Ticket sold = sale(random);
      List<Ticket> parts = inParts(sold, NEVER, random);
      Collections.shuffle(parts, new Random(random.nextLong()));
      assertThat(TaxBack.differences(sold, parts)).as("seed %d, ticket %d", seed, i).isEmpty();
      int which = random.nextInt(parts.size());
      Ticket right = parts.get(which);
      TicketLine line = right.lines().getFirst();
      ReturnedFrom from = there(line.returned());
      Money wrong = there(from.tax()).plusMinor(random.nextBoolean() ? 1 : -1);
      if (wrong.isPositive()
          || wrong.isLessThan(TicketLine.mostTaxBack(line.amount(), line.tax()))) {
        continue;
      }
      List<TicketLine> lines = new ArrayList<>(right.lines());
      lines.set(
          0, line.returnedFrom(new ReturnedFrom(from.ticket(), from.line(), from.reason(), wrong)));

      parts.set(which, ticket(TicketKind.RETURN, lines, exempt(sold)));

      assertThat(TaxBack.differences(sold, parts))
          .as("seed %d, ticket %d: %s instead of %s in %s", seed, i, wrong, from.tax(), right)
          .filteredOn(TaxBack.OfRate.class::isInstance)
          .singleElement()
          .extracting(TaxBack.Difference::over)
          .isEqualTo(there(from.tax()).minus(wrong));
      found++;
    }
    assertThat(found).isGreaterThan(TICKETS / 2);
  }

  /** Whether its last part told a tax that neither nothing nor the amount bounded. */
  private static boolean endsToldWithRoom(List<Ticket> parts, TicketLine sold) {
    TicketLine last =
        parts.stream()
            .flatMap(part -> part.lines().stream())
            .filter(line -> there(line.returned()).line() == sold.number())
            .reduce((one, next) -> next)
            .orElseThrow();
    Money told = there(last.returned()).tax();
    return told != null
        && told.isNegative()
        && told.isGreaterThan(TicketLine.mostTaxBack(last.amount(), last.tax()))
        && (last.tax().mode() == TaxMode.EXCLUSIVE || told.isGreaterThan(last.amount()));
  }

  private static boolean isUntold(List<Ticket> parts, int number) {
    return parts.stream()
        .flatMap(part -> part.lines().stream())
        .map(line -> there(line.returned()))
        .anyMatch(from -> from.line() == number && from.tax() == null);
  }

  /** Whether each part has just its share of the tax. */
  private static boolean isShare(Ticket sold, List<Returned> back, TicketLine line) {
    CameBack nothing = CameBack.nothing(sold, line.number());
    return back.stream()
        .allMatch(each -> nothing.share(nothing.charged(), each.quantity()).equals(each.tax()));
  }

  private static List<Returned> back(List<Ticket> parts, int number) {
    return parts.stream()
        .flatMap(part -> Returned.in(part.lines()).stream())
        .filter(each -> each.line() == number)
        .toList();
  }

  private static Ticket sale(RandomGenerator random) {
    List<TicketLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int number = 1; number <= count; number++) {
      lines.add(line(number, random));
    }
    return ticket(
        TicketKind.SALE,
        lines,
        random.nextInt(5) == 0
            ? TicketParticulars.NONE.exempt("DIPLOMAT-7")
            : TicketParticulars.NONE);
  }

  private static TicketLine line(int number, RandomGenerator random) {
    BigDecimal quantity =
        random.nextInt(4) == 0
            ? BigDecimal.valueOf(1 + random.nextInt(4_999), 3)
            : BigDecimal.valueOf(1 + random.nextInt(9));
    Money price =
        Money.ofMinor(CurrencyUnit.GBP, random.nextInt(random.nextBoolean() ? 12 : 3_000));
    TicketLine full =
        TicketLine.of(
            number,
            "I" + number,
            "I" + number,
            "Item",
            quantity,
            price,
            RATES.get(random.nextInt(RATES.size())),
            null);
    long pennies = full.amount().getAmountMinorLong();
    return pennies < 2 || random.nextInt(3) > 0
        ? full
        : full.discounted(
            List.of(
                new LineDiscount(
                    null,
                    "seeded",
                    Money.ofMinor(CurrencyUnit.GBP, 1 + random.nextLong(pennies)))));
  }

  /**
   * @param older one of so many registers tells no tax
   */
  private static List<Ticket> inParts(Ticket sold, int older, RandomGenerator random) {
    Map<Integer, BigDecimal> left = new TreeMap<>();
    sold.lines().forEach(line -> left.put(line.number(), line.quantity()));
    List<Ticket> parts = new ArrayList<>();
    List<Returned> before = new ArrayList<>();
    List<TicketLine> open = new ArrayList<>();
    boolean tells = random.nextInt(older) > 0;
    while (!left.isEmpty()) {
      List<Integer> numbers = List.copyOf(left.keySet());
      int number = numbers.get(random.nextInt(numbers.size()));
      BigDecimal part = part(there(left.get(number)), random);
      TicketLine back =
          new Refund(BringBack.cameBack(sold, number, open, OpenMatters.NONE, before))
              .of(part, sold.number(), "seeded")
              .numbered(open.size() + 1);
      open.add(tells ? back : untold(back));
      left.compute(
          number,
          (line, all) -> there(all).compareTo(part) == 0 ? null : there(all).subtract(part));
      if (left.isEmpty() || random.nextInt(3) == 0) {
        parts.add(ticket(TicketKind.RETURN, open, exempt(sold)));
        before.addAll(Returned.in(open));
        open.clear();
        tells = random.nextInt(older) > 0;
      }
    }
    return parts;
  }

  private static BigDecimal part(BigDecimal all, RandomGenerator random) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(Math.max(0, all.stripTrailingZeros().scale()));
    long steps = all.divide(least).longValueExact();
    return least.multiply(
        BigDecimal.valueOf(random.nextInt(3) == 0 ? steps : 1 + random.nextLong(steps)));
  }

  private static TicketParticulars exempt(Ticket sold) {
    String exemption = sold.exemption();
    return exemption == null ? TicketParticulars.NONE : TicketParticulars.NONE.exempt(exemption);
  }

  private static Ticket ticket(
      TicketKind kind, List<TicketLine> lines, TicketParticulars particulars) {
    Money total = TicketTotals.of(lines, particulars, CurrencyUnit.GBP).total();
    return Ticket.of(
        kind == TicketKind.SALE ? "S01-R01-1" : "S01-R01-2",
        kind,
        7,
        null,
        lines,
        total.isZero() ? List.of() : List.of(new Tender.Cash(total)),
        NONE,
        null,
        particulars,
        NONE);
  }

  /** Tax of each rate, without its sign. */
  private static Map<TaxRate, Money> byRate(List<Ticket> tickets) {
    Map<TaxRate, Money> taxes = new HashMap<>();
    for (Ticket ticket : tickets) {
      for (TaxAmount tax : ticket.taxes()) {
        Money signed = ticket.kind() == TicketKind.RETURN ? tax.tax().negated() : tax.tax();
        taxes.merge(tax.rate(), signed, Money::plus);
      }
    }
    return taxes;
  }

  /** What the parts would come to if each worked out its tax by its rates. */
  private static Money workedOutAnew(List<Ticket> parts) {
    return sum(
        parts.stream()
            .map(part ->
                TicketTotals.of(
                        part.lines().stream().map(AnySplitTest::untold).toList(),
                        exempt(part),
                        CurrencyUnit.GBP)
                    .total()));
  }

  private static TicketLine untold(TicketLine line) {
    ReturnedFrom from = there(line.returned());
    return line.returnedFrom(new ReturnedFrom(from.ticket(), from.line(), from.reason()));
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(NONE, Money::plus);
  }
}
