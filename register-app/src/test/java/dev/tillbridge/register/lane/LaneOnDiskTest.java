package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.openticket.OpenTicketFile;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.projection.Projection;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.statecache.MapDbStateCache;
import dev.tillbridge.register.tender.TenderRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lane on the real journal, the real state cache and the real open-ticket file. */
class LaneOnDiskTest {

  private static final LaneId LANE = LaneId.parse("S01-R01");

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock("2026-11-22T08:15:00Z");
  private final ShopBook book = new ShopBook(7);
  private final CounterDevices devices = new CounterDevices();

  @Test
  void everythingComesBackWithTheCacheAndWithoutIt() throws IOException {
    LaneView before;
    try (Running running = new Running()) {
      running.lane.openDrawer(gbp("100.00"));
      sell(running.lane, "85123A", "6", "20.00");
      running.lane.carryOut(new BlindReturn("damaged"));
      sell(running.lane, "21730", "1.255", "5.80");
      running.lane.scan(new Scan("22752", BigDecimal.TWO, gbp("7.00"), "as invoiced", "536365"));
      before = running.lane.view();
    }

    try (Running withCache = new Running()) {
      assertSame(withCache.lane.view(), before);
      assertThat(withCache.lane.view().ticket()).isEqualTo(before.ticket());
    }
    Files.delete(folder.resolve("lane/lane-state.mapdb"));
    try (Running rebuilt = new Running()) {
      assertSame(rebuilt.lane.view(), before);
      Outcome next = rebuilt.lane.tenderExactCash();
      assertThat(there(next.view().last()).number()).isEqualTo("S01-R01-3");
    }
  }

  @Test
  void theCachedStateEqualsTheJournalsFoldExactly() throws IOException {
    try (Running running = new Running()) {
      running.lane.openDrawer(gbp("100.00"));
      for (int i = 0; i < 30; i++) {
        sell(running.lane, "71053", "1." + i, "100.00");
        sell(running.lane, "22752", "2", "100.00");
        if (i % 10 == 5) {
          await().until(running.lane::checkpoint);
        }
      }
    }

    try (MapDbStateCache cache = cache();
        BrokerNode node = node()) {
      assertThat(cache.load()).contains(Projection.restore(node.journal(), StateCache.NONE));
    }
  }

  @Test
  void theLaneGoesOnFromACheckpointWhenWhatWasBeforeItHasLeft() throws IOException {
    LaneView before;
    try (Running running = new Running()) {
      running.lane.openDrawer(gbp("100.00"));
      sell(running.lane, "85123A", "6", "20.00");
      sell(running.lane, "71053", "2", "20.00");
      await().until(running.lane::checkpoint);
      before = running.lane.view();
      assertThat(((ArtemisJournal) running.node.journal()).kept().letGo(2)).isEqualTo(2);
    }
    Files.delete(folder.resolve("lane/lane-state.mapdb"));

    try (Running rebuilt = new Running()) {
      assertSame(rebuilt.lane.view(), before);
      sell(rebuilt.lane, "71053", "1", "20.00");
      assertThat(there(rebuilt.lane.view().last()).number()).isEqualTo("S01-R01-3");
    }
  }

  private static void sell(Lane lane, String code, String quantity, String cash) {
    assertThat(lane.scan(Scan.of(code, new BigDecimal(quantity)))).isInstanceOf(Outcome.Done.class);
    assertThat(lane.tenderCash(gbp(cash))).isInstanceOf(Outcome.Done.class);
  }

  private static void assertSame(LaneView after, LaneView before) {
    assertThat(after.reading()).isEqualTo(before.reading());
    assertThat(after.journal()).isEqualTo(before.journal());
    assertThat(there(after.last()).number()).isEqualTo(there(before.last()).number());
  }

  private MapDbStateCache cache() throws IOException {
    return new MapDbStateCache(folder.resolve("lane"), Duration.ofDays(1));
  }

  private BrokerNode node() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve(LANE + ".password"), "secret");
    return BrokerNode.start(
        new NodeSettings(
            Role.REGISTER,
            LANE.toString(),
            folder.resolve("data"),
            secrets,
            null,
            new Endpoint("127.0.0.1", 1),
            List.of(LANE),
            List.of()),
        clock);
  }

  /** A lane on the folder, with somebody signed on. */
  private final class Running implements AutoCloseable {

    private final BrokerNode node = node();
    private final MapDbStateCache states = cache();
    private final Lane lane;

    private Running() throws IOException {
      lane =
          new Lane(
              new LaneParts(
                  node.journal(),
                  states,
                  new OpenTicketFile(folder.resolve("lane"), clock),
                  new BooksInMemory(() -> Optional.of(book)),
                  new Operators(List.of(new Operator("1001", "Ann", OperatorRole.MANAGER, "1234"))),
                  String::equals,
                  devices,
                  new SteppedDelivery(() -> node.journal().tail().sequence()),
                  clock),
              new LaneProfile(
                  CurrencyUnit.GBP,
                  ZoneOffset.UTC,
                  new ReceiptLayout(List.of("Shop"), ZoneOffset.UTC),
                  new DiscountLimits(BigDecimal.TEN, BigDecimal.valueOf(100)),
                  TenderRules.plain(CurrencyUnit.GBP),
                  1,
                  1,
                  DocumentRules.USUAL));
      lane.signOn("1001", "1234");
    }

    @Override
    public void close() {
      lane.close();
      states.close();
      node.close();
    }
  }
}
