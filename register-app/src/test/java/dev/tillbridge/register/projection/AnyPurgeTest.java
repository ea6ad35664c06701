package dev.tillbridge.register.projection;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weeks of random entries with checkpoints anywhere among them, from which anything below a
 * checkpoint leaves; each from a seed, and a seed that fails is added to the list.
 */
class AnyPurgeTest {

  private static final int COMMANDS = 400;

  private final Shop shop = new Shop();
  private long checkpoint;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20261122})
  void whatIsRebuiltAfterAPurgeIsWhatWasThereButForOldTickets(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < COMMANDS; i++) {
      somethingHappens(random);
      if (checkpoint > 0 && random.nextInt(20) == 0) {
        purgeAndCompare(random);
      }
    }
    assertThat(shop.journal.entries().getFirst().entry().id().sequence()).isGreaterThan(1);
  }

  private void purgeAndCompare(RandomGenerator random) {
    LaneState before = restored();
    long through = random.nextLong(checkpoint);
    shop.journal.letGo(through);

    LaneState after = restored();

    assertThat(after.meaning()).isEqualTo(before.meaning());
    assertThat(after.sequence()).isEqualTo(before.sequence());
    assertThat(after.head()).isEqualTo(before.head());
    assertThat(after.recordedAt()).isEqualTo(before.recordedAt());
    assertThat(after.recent()).isEqualTo(kept(before.recent(), through));
    if (!after.recent().isEmpty()) {
      assertThat(after.last()).isEqualTo(before.last());
    }
    assertThat(shop.restart().view().reading()).isEqualTo(shop.lane.view().reading());
    shop.lane.signOn("1001", "1234");
  }

  private static List<TicketSummary> kept(List<TicketSummary> recent, long through) {
    return recent.stream().filter(ticket -> ticket.sequence() > through).toList();
  }

  private LaneState restored() {
    return Projection.restore(shop.journal, StateCache.NONE);
  }

  private void somethingHappens(RandomGenerator random) {
    switch (random.nextInt(12)) {
      case 0 -> shop.lane.openDrawer(gbp("100.00"));
      case 1 -> shop.lane.closeDrawer(gbp("100.00"));
      case 2 -> shop.lane.voidTicket();
      case 3 -> shop.kind(random.nextBoolean() ? TicketKind.SALE : TicketKind.RETURN);
      case 4, 5, 6 -> shop.lane.tenderExactCash();
      case 7 -> {
        if (shop.lane.checkpoint()) {
          checkpoint = shop.lane.view().journal().sequence();
        }
      }
      case 8 -> shop.lane.signOff();
      default -> {
        shop.lane.signOn("1001", "1234");
        shop.lane.scan(Scan.of("71053"));
      }
    }
  }
}
