package dev.tillbridge.register.storedvalue;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of selling, giving, redeeming and returning, each from a seed, with restarts between. */
class AnyStoredValueTest {

  private static final int COMMANDS = 700;

  private final Shop shop = Shop.open();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 20261127})
  void noStoredValueComesFromNothingAndTheDrawerIsTheTickets(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < COMMANDS; i++) {
      doSomething(random);
    }

    Map<String, Money> balances = new HashMap<>();
    Set<String> issued = new HashSet<>();
    Money cash = gbp("100.00");
    int redeemed = 0;
    for (Ticket ticket : tickets()) {
      for (Tender tender : ticket.tenders()) {
        switch (tender) {
          case Tender.StoredValue value -> {
            redeemed++;
            balances.merge(value.number(), value.amount().negated(), Money::plus);
            assertThat(there(balances.get(value.number())).isNegative())
                .as("seed %d, ticket %s, %s", seed, ticket.number(), value.number())
                .isFalse();
          }
          case Tender.Cash(Money amount) -> cash = cash.plus(amount);
          default -> throw new AssertionError("Nothing else was paid with: " + tender);
        }
      }
      cash = cash.minus(ticket.change());
      for (Charge charge : ticket.charges()) {
        Charge.StoredValueSold sold = (Charge.StoredValueSold) charge;
        assertThat(sold.reload() || issued.add(sold.number())).as(sold.number()).isTrue();
        balances.merge(sold.number(), sold.amount(), Money::plus);
      }
      Money paid =
          ticket.tenders().stream()
              .map(Tender::amount)
              .reduce(ticket.change().negated(), Money::plus);
      assertThat(paid).isEqualTo(ticket.total());
    }
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(cash);
    assertThat(issued).hasSizeGreaterThan(20);
    assertThat(redeemed).isGreaterThan(10);
  }

  private void doSomething(RandomGenerator random) {
    List<Ticket> tickets = tickets();
    switch (random.nextInt(12)) {
      case 0, 1 -> shop.lane.scan(Scan.of("85123A", BigDecimal.valueOf(1 + random.nextInt(9))));
      case 2, 3 -> shop.lane.carryOut(new SellStoredValue(null, money(random)));
      case 4 -> {
        String number = any(random);
        if (number != null) {
          shop.lane.carryOut(new SellStoredValue(number, money(random)));
        }
      }
      case 5, 6, 7 -> {
        String number = any(random);
        if (number != null) {
          shop.lane.carryOut(new Redeem(number, random.nextBoolean() ? null : money(random)));
        }
      }
      case 8 -> {
        if (!tickets.isEmpty()) {
          Ticket sold = tickets.get(random.nextInt(tickets.size()));
          shop.lane.carryOut(
              new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.ONE)), "seeded"));
        }
      }
      case 9 ->
          shop.lane.carryOut(new RefundToStoredValue(random.nextBoolean() ? null : any(random)));
      case 10 -> shop.lane.tenderExactCash();
      default -> {
        switch (random.nextInt(6)) {
          case 0 -> shop.lane.voidTicket();
          case 1 -> shop.lane.carryOut(new WithoutCharge(1));
          case 2 -> shop.lane.giveBack(1);
          case 3 -> {
            shop.restart();
            shop.lane.signOn("1001", "1234");
          }
          default -> shop.lane.tenderExactCash();
        }
      }
    }
  }

  private @Nullable String any(RandomGenerator random) {
    List<String> numbers = new ArrayList<>();
    for (Ticket ticket : tickets()) {
      for (Charge charge : ticket.charges()) {
        numbers.add(((Charge.StoredValueSold) charge).number());
      }
    }
    return numbers.isEmpty() ? null : numbers.get(random.nextInt(numbers.size()));
  }

  private static Money money(RandomGenerator random) {
    return Money.ofMinor(CurrencyUnit.GBP, 1 + random.nextInt(2_000));
  }

  private List<Ticket> tickets() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }
}
