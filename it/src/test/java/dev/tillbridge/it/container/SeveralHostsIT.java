package dev.tillbridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.HqBooks;
import dev.tillbridge.it.reconciliation.HqBooks.EntryKey;
import dev.tillbridge.it.reconciliation.LaneJournal;
import dev.tillbridge.it.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain over four hosts, on which clerks ring all the while. After each fault everything rung
 * since the start is compared: receipts, journals, HQ's books.
 */
@Tag("docker")
@Tag("drill")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralHostsIT {

  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final int TICKETS_MEANWHILE = 10;

  private final long seed = System.nanoTime();
  private final List<Lane> lanes = new ArrayList<>();
  private Hosts hosts;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    System.out.println("Baskets from seed " + seed);
    hosts = new Hosts(TillbridgeImage.builtOrSkip(), folder);
    hosts.start(Customers.priceList());
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < hosts.screens().size(); i++) {
      Lane lane =
          new Lane(
              hosts.screens().get(i),
              hosts.people().clerk(),
              Customers.PRICES,
              new Customers("L" + (i + 1), random.split()));
      lanes.add(lane);
      await().atMost(WAIT_MAX).until(() -> lane.state().book() != null);
    }
  }

  @AfterAll
  void removeEverything() {
    lanes.forEach(Lane::close);
    if (hosts != null) {
      hosts.close();
    }
  }

  @BeforeEach
  void ring() {
    lanes.forEach(Lane::begin);
  }

  @AfterEach
  void stopRinging() throws InterruptedException {
    for (Lane lane : lanes) {
      lane.pause();
    }
  }

  @Test
  void storeTakenOffTheWanForwardsEverythingWhenItIsBack() throws Exception {
    hosts.store().leave(hosts.wan());
    eventually(() -> assertThat(hosts.storeHasItsLink()).isFalse());
    ringMore();
    assertThat(atHq()).doesNotContain(last(lanes.get(0)), last(lanes.get(1)));

    hosts.store().join(hosts.wan());

    everythingIsAtHqOnce("store off the wan");
  }

  @Test
  void registerTakenOffTheShopsNetworkSellsOnWhileItsNeighbourDelivers() throws Exception {
    Lane cut = lanes.getFirst();
    hosts.registers().getFirst().leave(hosts.shop());
    eventually(() -> assertThat(cut.state().link().up()).isFalse());
    ringMore();
    EntryKey neighbours = last(lanes.getLast());
    eventually(() -> assertThat(atHq()).contains(neighbours));
    assertThat(atHq()).doesNotContain(last(cut));

    hosts.registers().getFirst().join(hosts.shop());

    everythingIsAtHqOnce("register off the shop's network");
  }

  @Test
  void frozenStoreStopsNoLane() throws Exception {
    hosts.store().freeze();
    try {
      for (Lane lane : lanes) {
        eventually(() -> assertThat(lane.state().link().up()).isFalse());
      }
      ringMore();
      assertThat(atHq()).doesNotContain(last(lanes.get(0)), last(lanes.get(1)));
    } finally {
      hosts.store().thaw();
    }

    everythingIsAtHqOnce("store frozen");
  }

  @Test
  void frozenHqStopsNeitherStoreNorLane() throws Exception {
    hosts.hq().freeze();
    try {
      eventually(() -> assertThat(hosts.storeHasItsLink()).isFalse());
      ringMore();
      assertThat(lanes.getFirst().state().link().up()).isTrue();
    } finally {
      hosts.hq().thaw();
    }

    everythingIsAtHqOnce("HQ frozen");
  }

  @Test
  void killedStoreGoesOnFromItsVolume() throws Exception {
    hosts.store().kill();
    ringMore();

    hosts.store().startAgain();

    everythingIsAtHqOnce("store killed");
  }

  @Test
  void killedHqGoesOnFromItsVolume() throws Exception {
    hosts.hq().kill();
    ringMore();

    hosts.hq().startAgain();

    everythingIsAtHqOnce("HQ killed");
  }

  @Test
  void everyHostSaysItIsHealthy() {
    hosts.all().forEach(host -> eventually(() -> assertThat(host.health()).isEqualTo("healthy")));
  }

  private void ringMore() {
    for (Lane lane : lanes) {
      int goal = lane.receipts().size() + TICKETS_MEANWHILE;
      eventually(() -> assertThat(lane.receipts()).hasSizeGreaterThanOrEqualTo(goal));
    }
  }

  private void everythingIsAtHqOnce(String fault) throws Exception {
    long back = System.nanoTime();
    List<LaneJournal> journals = new ArrayList<>();
    List<RungTicket> receipts = new ArrayList<>();
    List<Invoice> invoices = new ArrayList<>();
    for (Lane lane : lanes) {
      lane.pause();
      journals.add(lane.journal());
      receipts.addAll(lane.receipts());
      invoices.addAll(lane.invoices());
    }
    int entries = journals.stream().mapToInt(journal -> journal.lines().size()).sum();
    HqBooks books = hosts.books(entries);
    Duration caughtUp = Duration.ofNanos(System.nanoTime() - back);

    Reconciliation result = Reconciliation.of(file(invoices), receipts, journals, books);
    assertThat(result.lost()).isEmpty();
    assertThat(result.duplicated()).isEmpty();
    assertThat(result.altered()).isEmpty();
    assertThat(result.isClean()).as(result.toString()).isTrue();
    System.out.println(
        "%s: %,d tickets so far, all at HQ %s s after its end"
            .formatted(fault, receipts.size(), BigDecimal.valueOf(caughtUp.toMillis(), 3)));
  }

  private List<EntryKey> atHq() throws Exception {
    return List.copyOf(hosts.books(0).entries().keySet());
  }

  private static EntryKey last(Lane lane) {
    RungTicket receipt = lane.receipts().getLast();
    return new EntryKey(receipt.lane(), receipt.epoch(), receipt.sequence());
  }

  private static InvoiceFile file(List<Invoice> invoices) {
    return new InvoiceFile(
        invoices.stream().mapToInt(invoice -> invoice.rows().size()).sum(),
        invoices.size(),
        invoices.stream().map(Invoice::net).reduce(BigDecimal.ZERO, BigDecimal::add),
        invoices,
        Map.of());
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(WAIT_MAX).pollInterval(LOOK_EVERY).untilAsserted(holds);
  }
}
