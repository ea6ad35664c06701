package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days of two clerks, a supervisor and a manager at one lane, each from a seed: however they
 * ring, give, void, hold and leave, nobody sells with more off, or pays more back without a
 * receipt, than somebody with the role allowed on that very line. A seed that fails is added to the
 * list.
 */
class AnyApprovalTest {

  private static final int SEEDS = 800;
  private static final int DEEDS = 40;

  private int approvals;
  private int tickets;
  private int linesOverTheLimit;

  @Test
  void nothingIsGivenThatNobodyAllowed() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      watch(seed, DEEDS);
    }

    assertThat(approvals).as("approvals").isGreaterThan(SEEDS);
    assertThat(tickets).as("tickets sold").isGreaterThan(SEEDS);
    assertThat(linesOverTheLimit).as("lines with more off than a clerk's").isGreaterThan(SEEDS / 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20261128})
  void norInALongerDay(long seed) {
    watch(seed, 50 * DEEDS);
  }

  private void watch(long seed, int deeds) {
    Shop shop = shop();
    ApprovalWatch watch = new ApprovalWatch(shop);
    AnyDeeds any = new AnyDeeds(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    List<Deed> done = new ArrayList<>();
    try {
      for (int i = 0; i < deeds; i++) {
        done.add(any.next(shop, watch.signedOn(), watch.asked()));
        watch.does(done.getLast());
      }
      done.add(new Deed.PayRest());
      watch.does(done.getLast());
      watch.readJournal();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "Seed %d, deed %d of %s: %s".formatted(seed, done.size(), done, e.getMessage()), e);
    } finally {
      shop.lane.close();
    }
    approvals += watch.approvals();
    tickets += watch.tickets();
    linesOverTheLimit += watch.linesOverTheLimit();
  }

  private static Shop shop() {
    return Shop.withClerk(
        Books.of(
            7,
            item("PENNY", "Button", "0.05"),
            item("CHEAP", "Card", "2.00"),
            item("ODD", "Candle", "9.99"),
            item("DEAR", "Lantern", "100.00")));
  }
}
