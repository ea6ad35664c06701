package dev.tillbridge.register.returns;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of random goods at random prices, brought back in random parts with restarts between. */
class AnyReturnTest {

  private static final int TICKETS = 40;
  private static final List<String> CODES = List.of("85123A", "22752", "21730");

  private final Shop shop = Shop.open();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 20261127})
  void anySplitGivesBackExactlyWhatWasPaidAndNeverMore(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Ticket> sold = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      sell(random).ifPresent(sold::add);
    }
    assertThat(sold).hasSizeGreaterThan(TICKETS / 2);
    for (Ticket ticket : sold) {
      bringAllBack(ticket, random);
    }

    Map<String, Money> back = new HashMap<>();
    Money cash = gbp("100.00");
    for (Ticket ticket : tickets()) {
      cash = cash.plus(ticket.total());
      for (TicketLine line : ticket.lines()) {
        ReturnedFrom from = line.returned();
        if (from != null) {
          back.merge(from.ticket() + "/" + from.line(), line.amount().negated(), Money::plus);
        }
      }
    }
    for (Ticket ticket : sold) {
      for (TicketLine line : ticket.lines()) {
        assertThat(back.get(ticket.number() + "/" + line.number()))
            .as("seed %d, ticket %s, line %d", seed, ticket.number(), line.number())
            .isEqualTo(line.amount());
      }
    }
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(cash);
  }

  private java.util.Optional<Ticket> sell(RandomGenerator random) {
    int lines = 1 + random.nextInt(4);
    for (int i = 1; i <= lines; i++) {
      BigDecimal quantity =
          random.nextInt(4) == 0
              ? BigDecimal.valueOf(1 + random.nextInt(4_999), 3)
              : BigDecimal.valueOf(1 + random.nextInt(9));
      shop.lane.scan(
          new Scan(
              CODES.get(random.nextInt(CODES.size())),
              quantity,
              Money.ofMinor(CurrencyUnit.GBP, 1 + random.nextInt(999)),
              "seeded",
              null));
    }
    if (random.nextBoolean()) {
      shop.lane.discount(
          new Discount(
              random.nextBoolean() ? null : 1,
              BigDecimal.valueOf(1 + random.nextInt(9_999), 2),
              null,
              "seeded"));
    }
    long before = shop.lane.state().lastNumber();
    shop.lane.tenderExactCash();
    if (shop.lane.state().lastNumber() == before) {
      shop.lane.voidTicket();
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(there(shop.lane.state().lastTicket()));
  }

  private void bringAllBack(Ticket sold, RandomGenerator random) {
    Map<Integer, BigDecimal> left = new TreeMap<>();
    sold.lines().forEach(line -> left.put(line.number(), line.quantity()));
    while (!left.isEmpty()) {
      TreeMap<Integer, BigDecimal> part = new TreeMap<>();
      for (Map.Entry<Integer, BigDecimal> each : left.entrySet()) {
        part.put(each.getKey(), part(each.getValue(), random));
      }
      shop.lane.carryOut(new BringBack(sold, part, "seeded"));
      assertThat(shop.lane.view().refusal()).isNull();
      part.forEach((line, quantity) ->
          left.compute(
              line,
              (number, all) ->
                  there(all).compareTo(quantity) == 0 ? null : there(all).subtract(quantity)));
      if (random.nextInt(3) > 0) {
        finish();
      }
      if (random.nextInt(5) == 0) {
        shop.restart();
        shop.lane.signOn("1001", "1234");
      }
    }
    finish();
    for (TicketLine line : sold.lines()) {
      BigDecimal least =
          BigDecimal.ONE.movePointLeft(Math.max(0, line.quantity().stripTrailingZeros().scale()));
      shop.lane.carryOut(
          new BringBack(sold, new TreeMap<>(Map.of(line.number(), least)), "once more"));
      assertThat(shop.lane.view().refusal()).contains("all came back already");
    }
  }

  /** A part that came to nothing goes out with something sold; then it is an exchange. */
  private void finish() {
    if (shop.lane.view().ticket().isEmpty()) {
      return;
    }
    if (shop.lane.view().ticket().due().isZero()) {
      shop.lane.scan(Scan.of("85123A", BigDecimal.ONE));
    }
    shop.lane.tenderExactCash();
    assertThat(shop.lane.view().refusal()).isNull();
  }

  private static BigDecimal part(BigDecimal all, RandomGenerator random) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(Math.max(0, all.stripTrailingZeros().scale()));
    long steps = all.divide(least).longValueExact();
    long taken = steps > 20 ? 1 + random.nextLong(steps) : 1;
    return least.multiply(BigDecimal.valueOf(random.nextInt(4) == 0 ? steps : taken));
  }

  private List<Ticket> tickets() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }
}
