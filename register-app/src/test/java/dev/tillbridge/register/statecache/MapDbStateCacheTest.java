package dev.tillbridge.register.statecache;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.Projection;
import dev.tillbridge.register.projection.StateCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapDbStateCacheTest {

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;
  private final Shop shop = Shop.open();

  @Test
  void theStateComesBackEqual() throws IOException {
    LaneState state = aDay();

    kept(state);

    try (MapDbStateCache cache = cache()) {
      assertThat(cache.load()).contains(state);
    }
  }

  @Test
  void theNewestStateIsSavedInTheBackground() throws IOException {
    LaneState state = aDay();
    try (MapDbStateCache saving = new MapDbStateCache(folder, Duration.ofMillis(20))) {
      saving.keep(LaneState.START);
      saving.keep(state);

      await().until(() -> saving.load().filter(state::equals).isPresent());
    }
  }

  @Test
  void withDeletedFilesTheLaneIsTheSame() throws IOException {
    kept(aDay());
    LaneView before = shop.lane.view();
    deleteFiles();

    assertSameAfterRestart(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void withDamagedFilesTheLaneIsTheSame(long seed) throws IOException {
    kept(aDay());
    LaneView before = shop.lane.view();
    damageFiles(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));

    assertSameAfterRestart(before);
  }

  @Test
  void aChangedFigureInTheFileIsNoticed() throws IOException {
    kept(aDay());
    LaneView before = shop.lane.view();
    Path file = folder.resolve("lane-state.mapdb");
    byte[] bytes = Files.readAllBytes(file);
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    int figure = content.indexOf("GBP 100.00");
    assertThat(figure).isPositive();
    bytes[figure + 4] = '9';
    Files.write(file, bytes);

    assertSameAfterRestart(before);
  }

  @Test
  void anOlderStateIsBroughtUpToTheJournal() throws IOException {
    kept(aDay());
    sell("22752");
    LaneView before = shop.lane.view();

    assertSameAfterRestart(before);
  }

  @Test
  void aStateAheadOfTheJournalGivesWayToIt() throws IOException {
    kept(aDay());
    shop.journal.loseLast();
    LaneState fromJournal = Projection.restore(shop.journal, StateCache.NONE);

    try (MapDbStateCache cache = cache()) {
      assertThat(Projection.restore(shop.journal, cache)).isEqualTo(fromJournal);
      assertThat(cache.load()).isEmpty();
    }
  }

  @Test
  void aStateOfAnotherHistoryGivesWayToTheJournal() throws IOException {
    kept(aDay());
    shop.journal.loseLast();
    shop.restart();
    shop.lane.signOn("1001", "1234");
    sell("85123A");
    sell("85123A");
    LaneView before = shop.lane.view();

    assertSameAfterRestart(before);
  }

  private void assertSameAfterRestart(LaneView before) throws IOException {
    try (MapDbStateCache cache = cache()) {
      shop.states = cache;
      LaneView after = shop.restart().view();
      assertThat(after.reading()).isEqualTo(before.reading());
      assertThat(after.journal()).isEqualTo(before.journal());
      assertThat(there(after.last()).number()).isEqualTo(there(before.last()).number());
    }
    try (MapDbStateCache cache = cache()) {
      assertThat(cache.load()).contains(Projection.restore(shop.journal, StateCache.NONE));
    }
  }

  private LaneState aDay() {
    sell("71053");
    shop.kind(TicketKind.RETURN);
    sell("22752");
    shop.scan("71053", "1");
    shop.lane.voidTicket();
    sell("21730");
    return Projection.restore(shop.journal, StateCache.NONE);
  }

  private void sell(String code) {
    shop.scan(code, "2");
    shop.lane.overridePrice(1, gbp("1.99"), "as invoiced");
    shop.lane.tenderExactCash();
  }

  private void kept(LaneState state) throws IOException {
    try (MapDbStateCache cache = cache()) {
      cache.keep(state);
    }
  }

  private MapDbStateCache cache() throws IOException {
    return new MapDbStateCache(folder, NEVER);
  }

  private void deleteFiles() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private void damageFiles(RandomGenerator random) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (random.nextBoolean()) {
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        for (int i = 0; i < 2_000 && bytes.length > 0; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
      }
    }
  }
}
