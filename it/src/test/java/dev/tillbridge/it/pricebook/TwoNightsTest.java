package dev.tillbridge.it.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Placement;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.reconciliation.HqDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two consecutive nights of a real store, from the supplier's file to both lanes and back, by the
 * commands an admin uses; the lists lie below {@code -Dtillbridge.data}.
 */
@Tag("drill")
@Order(3)
class TwoNightsTest {

  private static final Path LISTS =
      Path.of(System.getProperty("tillbridge.data", "../../shared/data"), "price-lists");
  private static final Path MAPPING = Path.of("../config/mappings/lidl.yaml");
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  /** Cheaper or dearer in the second night. */
  private static final String CHANGED_ITEM = "0081540";

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void secondNightArrivesAsItsDifferenceWhileASaleIsOpenAndIsTakenBack()
      throws IOException, LaneGone {
    Path first = LISTS.resolve("lidl-104-2026-01-22.csv");
    Path second = LISTS.resolve("lidl-104-2026-01-23.csv");
    assumeThat(Files.isReadable(first) && Files.isReadable(second))
        .as("no real price lists at %s; give their folder with -Dtillbridge.data", LISTS)
        .isTrue();
    Ports ports = Ports.free(new SplittableRandom());
    try (Chain chain =
            Chain.provision(
                folder,
                ports,
                inEuros(ports),
                Chain.REGISTER_MAIN,
                Duration.ZERO,
                new SecureRandom());
        Register lane = new Register(chain.registerPages().getFirst())) {
      chain.start();
      chain.pricebook("import", first.toString(), "--mapping", MAPPING.toString(), "--by", "pavla");
      chain.pricebook("publish", "1", "--now", "--by", "pavla");
      awaitVersion(chain, 1);
      signOn(lane, chain);
      LaneState open = lane.command("/lane/scan", Map.of("code", CHANGED_ITEM));

      chain.pricebook(
          "import", second.toString(), "--mapping", MAPPING.toString(), "--by", "pavla");
      Path changes = folder.resolve("changes.csv");
      String diff = chain.pricebook("diff", "2", "--csv", changes.toString());
      approve(chain);
      String published = chain.pricebook("publish", "2", "--now", "--by", "pavla");
      awaitVersion(chain, 2);

      List<String> items =
          Files.readAllLines(changes).stream().filter(row -> row.startsWith("item:")).toList();
      assertThat(items).hasSize(43 + 14 + 1);
      assertThat(diff).contains("From version 1 to proposal 2: ");
      assertThat(published).contains("version 2");
      await()
          .atMost(WAIT_MAX)
          .untilAsserted(() ->
              assertThat(chain.pricebook("status"))
                  .contains("S01-R01  version 2 since")
                  .contains("S01-R02  version 2 since")
                  .doesNotContain("not version 2"));
      LaneState paid = finish(lane);
      assertThat(paid.last())
          .isNotNull()
          .extracting(LaneState.Last::total)
          .isEqualTo(open.ticket().total());
      LaneState dearer = lane.command("/lane/scan", Map.of("code", CHANGED_ITEM));
      assertThat(dearer.ticket().total()).isNotEqualTo(open.ticket().total());
      finish(lane);

      chain.pricebook("rollback", "1", "--reason", "wrong list", "--by", "ivo");
      awaitVersion(chain, 3);
      LaneState back = lane.command("/lane/scan", Map.of("code", CHANGED_ITEM));
      assertThat(back.ticket().total()).isEqualTo(open.ticket().total());
      finish(lane);
      assertThat(chain.pricebook("diff", "1", "3")).contains("0 new, 0 changed, 0 gone");

      chain.pricebook("change", CHANGED_ITEM, "9.99", "--reason", "shelf label", "--by", "ivo");
      awaitVersion(chain, 4);
      LaneState emergency = lane.command("/lane/scan", Map.of("code", CHANGED_ITEM));
      assertThat(emergency.ticket().total().getAmount()).isEqualByComparingTo("9.99");
      finish(lane);
      awaitChecked(chain);
    }
  }

  /** HQ priced the four tickets again, each with the version it claims, and found no difference. */
  private static void awaitChecked(Chain chain) {
    HqDatabase books = new HqDatabase(chain.folder().connectionProperties());
    await()
        .atMost(WAIT_MAX)
        .untilAsserted(() -> {
          assertThat(books.pricedAgain()).isEqualTo(4);
          assertThat(books.priceDifferences()).isZero();
        });
  }

  private static LaneState finish(Register lane) throws LaneGone {
    return lane.command("/lane/tender/cash", Map.of("amount", "exact"));
  }

  /** A list may change so much that a second person has to agree. */
  private static void approve(Chain chain) {
    if (chain.pricebook("proposals").contains("approv")) {
      chain.pricebook("approve", "2", "--by", "ivo");
    }
  }

  private static void awaitVersion(Chain chain, long version) {
    PricedChain priced = new PricedChain(chain, new Shelf(Path.of("."), 0));
    await()
        .atMost(WAIT_MAX)
        .until(() -> priced.version(0) == version && priced.version(1) == version);
  }

  private static void signOn(Register lane, Chain chain) throws LaneGone {
    new PricedChain(chain, new Shelf(Path.of("."), 0)).signOn(lane, 0);
  }

  private static Placement inEuros(Placement usual) {
    return new Placement() {
      @Override
      public Map<String, String> hq() {
        return with(usual.hq());
      }

      @Override
      public Map<String, String> store() {
        return usual.store();
      }

      @Override
      public Map<String, String> register(String register) {
        return with(usual.register(register));
      }

      private Map<String, String> with(Map<String, String> settings) {
        Map<String, String> euros = new HashMap<>(settings);
        euros.put("currency", "EUR");
        return euros;
      }
    };
  }
}
