package dev.tillbridge.it.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may happen to a price book between the publisher and the lane, with real processes on one
 * chain: each case leaves both registers with the newest edition, and at no moment with a mixed
 * one.
 */
@Tag("drill")
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class PriceBookFaultsTest {

  private static final int ITEMS = 3_000;
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static PricedChain chain;
  private static int edition;

  @BeforeAll
  static void startAChainWithABook() {
    Chain started =
        Chain.provision(
            folder.resolve("chain"),
            Ports.free(new SplittableRandom()),
            Duration.ZERO,
            new SecureRandom());
    chain = new PricedChain(started, new Shelf(folder, ITEMS));
    started.start();
    chain.publish(++edition);
    bothRingTheNewest();
  }

  @AfterAll
  static void stop() {
    chain.chain().close();
  }

  @Test
  @Order(1)
  void publisherKilledInTheMiddleLeavesEverybodyWithOneBook() throws LaneGone {
    Program publisher = chain.publishing(++edition);
    publisher.launch();
    await().atMost(WAIT_MAX).until(() -> hasBegunToWork(publisher));
    publisher.kill();

    assertThat(chain.rungEdition(0)).isIn(edition - 1, edition);
    assertThat(chain.rungEdition(1)).isIn(edition - 1, edition);
    publishNext();
    bothRingTheNewest();
  }

  @Test
  @Order(2)
  void registerKilledWhileItTakesABookStartsWithAWholeOneAndWithoutALink() throws LaneGone {
    Program register = chain.chain().registers().getFirst();
    long before = chain.version(0);
    Program publisher = chain.publishing(++edition);
    publisher.launch();
    await()
        .atMost(WAIT_MAX)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> isWritingABook() || chain.version(0) > before);
    register.kill();
    await().atMost(WAIT_MAX).until(() -> publisher.handle().isEmpty());
    chain.chain().registerLinks().getFirst().cut();
    chain.chain().startAgain(register);

    assertThat(chain.rungEdition(0)).isIn(edition - 1, edition);
    chain.chain().registerLinks().getFirst().restore();
    bothRingTheNewest();
  }

  @Test
  @Order(3)
  void bookPublishedWhileTheStoreServerIsDeadComesWhenItIsBack() throws LaneGone {
    Program store = chain.chain().store();
    store.kill();
    publishNext();

    assertThat(chain.rungEdition(0)).isEqualTo(edition - 1);
    chain.chain().startAgain(store);
    bothRingTheNewest();
  }

  @Test
  @Order(4)
  void twoPublishersAtOnceGiveOneBookOrTheOther() throws LaneGone {
    Program one = chain.publishing(edition + 1);
    Program other = chain.publishing(edition + 2);
    one.launch();
    other.launch();
    await().atMost(WAIT_MAX).until(() -> one.handle().isEmpty() && other.handle().isEmpty());
    edition += 2;

    await()
        .atMost(WAIT_MAX)
        .untilAsserted(() -> {
          assertThat(chain.rungEdition(0)).isIn(edition - 1, edition);
          assertThat(chain.rungEdition(1)).isEqualTo(chain.rungEdition(0));
        });
    publishNext();
    bothRingTheNewest();
  }

  @Test
  @Order(5)
  void damagedBookIsNoticedAtTheStartAndTheOneBeforeIsRung() throws IOException, LaneGone {
    publishNext();
    bothRingTheNewest();
    Program register = chain.chain().registers().get(1);
    register.kill();
    chain.chain().registerLinks().get(1).cut();
    damageTheNewestBook();
    chain.chain().startAgain(register);

    assertThat(chain.rungEdition(1)).isEqualTo(edition - 1);
    chain.chain().registerLinks().get(1).restore();
    bothRingTheNewest();
  }

  @Test
  @Order(6)
  void openTicketKeepsTheBookItWasBegunWith() throws LaneGone {
    try (Register lane = new Register(chain.chain().registerPages().getFirst())) {
      chain.signOn(lane, 0);
      lane.command("/lane/scan", Map.of("code", "I7"));
      int begun = edition;
      publishNext();
      chain.awaitEdition(1, edition);
      await().atMost(WAIT_MAX).until(() -> chain.version(0) == chain.version(1));

      LaneState state = lane.command("/lane/scan", Map.of("code", "I8"));

      assertThat(state.ticket().lines())
          .extracting(line -> line.unitPrice().getAmount())
          .containsExactly(Shelf.price(begun, 7), Shelf.price(begun, 8));
      lane.command("/lane/void", Map.of());
      state = lane.command("/lane/scan", Map.of("code", "I8"));
      assertThat(state.ticket().lines().getFirst().unitPrice().getAmount())
          .isEqualByComparingTo(Shelf.price(edition, 8));
      lane.command("/lane/void", Map.of());
    }
  }

  @Test
  @Order(7)
  void registerAwayForManyVersionsTakesTheNewestDirectly() throws LaneGone {
    chain.chain().registerLinks().get(1).silentCut();
    int before = edition;
    long known = chain.version(1);
    chain.publishHere(edition + 1, edition + 30);
    edition += 30;

    assertThat(chain.rungEdition(1)).isEqualTo(before);
    chain.chain().registerLinks().get(1).restore();
    bothRingTheNewest();
    assertThat(chain.version(1)).isEqualTo(known + 30);
  }

  /** By this process: a publisher of its own is started where it is what is tried. */
  private static void publishNext() {
    edition++;
    chain.publishHere(edition, edition);
  }

  private static void bothRingTheNewest() {
    chain.awaitEdition(0, edition);
    chain.awaitEdition(1, edition);
  }

  /** Its command line is parsed and HQ's broker is asked: the publish is under way. */
  private static boolean hasBegunToWork(Program publisher) {
    return publisher
        .handle()
        .flatMap(handle -> handle.info().totalCpuDuration())
        .map(spent -> spent.compareTo(Duration.ofMillis(900)) > 0)
        .orElse(true);
  }

  private static boolean isWritingABook() {
    try (Stream<Path> files = Files.list(chain.books(0))) {
      return files.anyMatch(file -> file.toString().endsWith(".tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void damageTheNewestBook() throws IOException {
    Path newest;
    try (Stream<Path> files = Files.list(chain.books(1))) {
      List<Path> books = files.filter(file -> file.toString().endsWith(".book")).toList();
      assertThat(books).hasSize(2);
      newest =
          books.stream().max(Comparator.comparing(PriceBookFaultsTest::generation)).orElseThrow();
    }
    try (FileChannel file =
        FileChannel.open(newest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      long middle = file.size() / 2;
      file.read(one, middle);
      one.flip();
      file.write(ByteBuffer.wrap(new byte[] {(byte) (one.get() ^ 1)}), middle);
    }
  }

  private static int generation(Path book) {
    String name = book.getFileName().toString();
    return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
  }
}
