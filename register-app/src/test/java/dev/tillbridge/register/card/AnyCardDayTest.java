package dev.tillbridge.register.card;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.ticket.TicketKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of random payments, answers, outages and power cuts at any moment, each from a seed: in the
 * end the acquirer holds under every key what the tickets say was paid under it.
 */
class AnyCardDayTest {

  private static final int STEPS = 150;

  private final CardShop it = new CardShop();
  private RandomGenerator random = generator(0);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAcquirerHoldsWhatTheTicketsSay(long seed) {
    random = generator(seed);
    for (int i = 0; i < STEPS; i++) {
      try {
        step();
      } catch (PowerCut cut) {
        it.restart();
      }
    }
    settle();

    Map<String, Money> said = new TreeMap<>(it.said());
    TreeSet<String> keys = new TreeSet<>(said.keySet());
    it.bank.acquirer.book().entries().forEach(entry -> keys.add(entry.key()));
    for (String key : keys) {
      assertThat(it.bank.acquirer.book().held(CurrencyUnit.GBP, key))
          .as("payment %s, seed %d", key, seed)
          .isEqualTo(said.getOrDefault(key, gbp("0.00")));
    }
    assertThat(it.waiting()).isEmpty();
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private void settle() {
    it.bank.acquirer.setOutage(false);
    it.bank.acquirer.clearScript();
    it.bank.noCard = false;
    it.restart();
    it.lookUntilNothingIsLeft();
    it.shop.lane.tenderExactCash(); // may meet the fault that was meant for an earlier write
    it.shop.lane.tenderExactCash();
    it.lookUntilNothingIsLeft();
    assertThat(it.view().ticket().tenders()).isEmpty();
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> it.ring(1 + random.nextInt(8));
      case 3, 4, 5 -> it.desk.pay(random.nextBoolean() ? null : some());
      case 6, 7, 8 -> it.answer();
      case 9 -> it.shop.lane.tenderExactCash();
      case 10 -> it.shop.lane.tenderCash(some());
      case 11 -> it.shop.lane.giveBack(1 + random.nextInt(2));
      case 12 -> it.desk.payByCode("4711");
      case 13 -> it.desk.giveUpCall();
      case 14 -> it.desk.look();
      case 15 -> it.bank.acquirer.setOutage(random.nextInt(3) > 0);
      case 16 -> it.bank.acquirer.script(behaviour());
      case 17 -> {
        it.shop.kind(random.nextBoolean() ? TicketKind.SALE : TicketKind.RETURN);
        it.bank.noCard = random.nextInt(8) == 0;
      }
      case 18 -> trouble();
      default -> {
        if (random.nextInt(5) == 0) {
          it.shop.lane.voidTicket();
        } else if (random.nextInt(5) == 0) {
          it.restart();
        } else {
          it.shop.lane.checkpoint();
        }
      }
    }
  }

  private void trouble() {
    switch (random.nextInt(6)) {
      case 0 -> it.bank.cutAfterDecision();
      case 1 -> it.bank.cutBeforeRequest();
      case 2 -> it.store.cutAt(random.nextInt(3), random.nextBoolean());
      case 3 -> it.shop.journal.failNextAppend(Fault.FULL);
      case 4 -> it.shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
      default -> it.shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);
    }
  }

  private Behaviour behaviour() {
    return switch (random.nextInt(6)) {
      case 0 -> new Behaviour.ApprovePart(1 + random.nextInt(99));
      case 1 -> new Behaviour.Decline("05");
      case 2 -> new Behaviour.Refer();
      case 3 -> new Behaviour.LoseRequest();
      case 4 -> new Behaviour.LoseAnswer();
      default -> new Behaviour.Approve();
    };
  }

  private Money some() {
    return Money.ofMinor(CurrencyUnit.GBP, 1 + random.nextInt(3_000));
  }
}
