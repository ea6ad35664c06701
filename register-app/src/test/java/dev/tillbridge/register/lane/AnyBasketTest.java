package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.drawer.XReading;
import dev.tillbridge.register.projection.LaneState;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of random commands, each from a seed; a seed that fails is added to the list. */
class AnyBasketTest {

  private static final int COMMANDS = 600;

  private final Shop shop = Shop.open();
  private final List<String> codes = new ShopBook(7).codes();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 20261122})
  void linesAndTaxEqualTendersLessChange(long seed) {
    ringADay(seed);

    for (Ticket ticket : tickets()) {
      Money lines = sum(ticket.lines().stream().map(TicketLine::amount).toList());
      Money taxOnTop =
          sum(
              ticket.taxes().stream()
                  .filter(tax -> tax.rate().mode() == TaxMode.EXCLUSIVE)
                  .map(TaxAmount::tax)
                  .toList());
      Money paid = sum(ticket.tenders().stream().map(Tender::amount).toList());
      assertThat(lines.plus(taxOnTop)).isEqualTo(paid.minus(ticket.change()));
      assertThat(ticket.change().isNegative()).isFalse();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void theReadingEqualsTheTicketsOfTheSession(long seed) {
    ringADay(seed);

    XReading reading = there(shop.lane.view().reading());

    Money taken = sum(tickets().stream().map(Ticket::total).toList());
    assertThat(reading.tickets()).isEqualTo(tickets().size());
    assertThat(reading.total()).isEqualTo(taken);
    assertThat(reading.net().plus(reading.tax())).isEqualTo(taken);
    assertThat(reading.net()).isEqualTo(sum(tickets().stream().map(Ticket::net).toList()));
    assertThat(sum(reading.taxes().stream().map(TaxAmount::tax).toList())).isEqualTo(reading.tax());
    assertThat(reading.cashInDrawer()).isEqualTo(gbp("100.00").plus(taken));
    assertThat(reading.salesTotal().plus(reading.returnsTotal())).isEqualTo(taken);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void theReadingEqualsTheFoldOfTheJournal(long seed) {
    ringADay(seed);

    LaneState state = LaneState.START;
    for (StoredEntry stored : shop.journal.entries()) {
      state = state.after(stored);
    }

    assertThat(XReading.of(there(state.session()))).isEqualTo(shop.lane.view().reading());
    assertThat(shop.restart().view().reading()).isEqualTo(XReading.of(there(state.session())));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void restartsAtAnyMomentChangeNothingButTheOperator(long seed) {
    RandomGenerator random = generator(seed);
    for (int i = 0; i < COMMANDS; i++) {
      ringSomething(random);
      if (random.nextInt(10) == 0) {
        LaneView before = shop.lane.view();
        LaneView after = shop.restart().view();
        assertThat(after.ticket()).isEqualTo(before.ticket());
        assertThat(after.reading()).isEqualTo(before.reading());
        assertThat(after.journal()).isEqualTo(before.journal());
        shop.lane.signOn("1001", "1234");
      }
    }
  }

  private void ringADay(long seed) {
    RandomGenerator random = generator(seed);
    for (int i = 0; i < COMMANDS; i++) {
      ringSomething(random);
    }
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private void ringSomething(RandomGenerator random) {
    int lines = shop.lane.view().ticket().lines().size();
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> shop.lane.scan(Scan.of(code(random), quantity(random)));
      case 5 -> shop.lane.scan(new Scan(code(random), quantity(random), price(random), "x", null));
      case 6 -> shop.lane.changeQuantity(random.nextInt(lines + 1) + 1, quantity(random));
      case 7 -> shop.lane.overridePrice(random.nextInt(lines + 1) + 1, price(random), "y");
      case 8 -> shop.lane.voidLine(random.nextInt(lines + 1) + 1);
      case 9 -> shop.kind(random.nextBoolean() ? TicketKind.SALE : TicketKind.RETURN);
      case 10 -> shop.lane.tenderExactCash();
      default -> {
        if (random.nextInt(10) == 0) {
          shop.lane.voidTicket();
        } else {
          shop.lane.tenderCash(price(random).multipliedBy(random.nextInt(20)));
        }
      }
    }
  }

  private String code(RandomGenerator random) {
    return codes.get(random.nextInt(codes.size()));
  }

  private static BigDecimal quantity(RandomGenerator random) {
    return random.nextInt(4) == 0
        ? BigDecimal.valueOf(random.nextInt(5_000), 3)
        : BigDecimal.valueOf(random.nextInt(25));
  }

  private static Money price(RandomGenerator random) {
    return Money.ofMinor(CurrencyUnit.GBP, random.nextInt(2_000));
  }

  private List<Ticket> tickets() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(gbp("0.00"), Money::plus);
  }
}
