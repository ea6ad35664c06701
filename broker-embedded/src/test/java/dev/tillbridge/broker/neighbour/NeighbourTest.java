package dev.tillbridge.broker.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.watermark.WatermarkTopic;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LOOKED_AT = ConfirmedCopies.POLL.multipliedBy(3);
  private static final String KEPT = Addresses.keptFor(NeighbourChain.LANE);

  @TempDir private Path root;
  private NeighbourChain chain;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void layOutChain() throws IOException {
    chain = NeighbourChain.in(root);
  }

  @Test
  void unsentEntriesOfALostDiskReachHqByteForByteThroughTheNeighbour() throws Exception {
    try (BrokerNode neighbour = BrokerNode.start(chain.neighbour(), CLOCK)) {
      List<EntryHash> lost = new ArrayList<>();
      try (BrokerNode lane = BrokerNode.start(chain.lane(), CLOCK)) {
        Entries.ring(lane.journal(), 30);
        lane.journal().append(Entries.sale(NeighbourChain.LANE, lane.journal().tail(), 2_000));
        Entries.ring(lane.journal(), 29);
        lane.journal().readAfter(0, stored -> lost.add(stored.hash()));
        await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 60);
      }
      delete(chain.lane().dataDir());

      assertThat(recover()).as(err.toString(StandardCharsets.UTF_8)).isZero();

      assertThat(out.toString(StandardCharsets.UTF_8)).contains("60 entries, 1 to 60");
      assertThat(neighbour.messageCount(KEPT)).isEqualTo(60);
      assertThat(neighbour.messageCount(Addresses.JOURNAL_KEEP)).isZero();
      try (BrokerNode hq = BrokerNode.start(chain.chain().hq(), CLOCK);
          BrokerNode store = BrokerNode.start(chain.store(), CLOCK)) {
        await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == 60);
        assertThat(received(hq, 60)).isEqualTo(lost);
        assertThat(store.link()).isPresent();
      }
      out.reset();
      assertThat(recover()).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("60 entries, 1 to 60");
    }
  }

  @Test
  void recoveringForALaneWhoseCopiesAreConfirmedSaysSo() throws Exception {
    try (BrokerNode neighbour = BrokerNode.start(chain.neighbour(), CLOCK)) {
      assertThat(neighbour.messageCount(KEPT)).isZero();

      assertThat(recover()).isZero();

      assertThat(out.toString(StandardCharsets.UTF_8)).contains("keeps nothing of S01-R01");
    }
  }

  @Test
  void copiesAndUnfetchedOnesLeaveWithTheWatermark() {
    try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerNode lane = BrokerNode.start(chain.lane(), CLOCK)) {
      Entries.ring(lane.journal(), 20);
      EntryHash at20 = lane.journal().tail().head();
      await().atMost(SOON).until(() -> lane.messageCount(Addresses.JOURNAL_NEIGHBOUR) == 20);

      confirm(store, lane, 15, hashAt(lane, 15));
      await().atMost(SOON).until(() -> lane.messageCount(Addresses.JOURNAL_NEIGHBOUR) == 5);

      try (BrokerNode neighbour = BrokerNode.start(chain.neighbour(), CLOCK)) {
        await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 5);
        assertThat(neighbour.keptCopies()).isEqualTo(5);
        confirm(store, lane, 20, at20);
        await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 0);
        assertThat(lane.messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(20);

        Entries.ring(lane.journal(), 3);
        await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 3);
        confirm(store, lane, 22, EntryHash.of(new byte[1]));
        await().atMost(SOON).during(LOOKED_AT).until(() -> neighbour.messageCount(KEPT) == 3);
        confirm(store, lane, 21, hashAt(lane, 21));
        await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 2);
      }
    }
  }

  @Test
  void sellingGoesOnWhileTheNeighbourSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        BrokerNode hq = BrokerNode.start(chain.chain().hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerNode lane = BrokerNode.start(chain.lane(silent.getLocalPort()), CLOCK)) {
      Entries.ring(lane.journal(), 200);

      await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == 200);
      assertThat(lane.neighbour().orElseThrow().status().up()).isFalse();
      assertThat(lane.neighbour().orElseThrow().status().waiting()).isEqualTo(200);
      assertThat(store.link()).isPresent();
    }
  }

  @Test
  void neighbourWithoutRoomHoldsUpNothingAndLosesNothing() throws Exception {
    int entries = 1_500;
    try (BrokerNode hq = BrokerNode.start(chain.chain().hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerNode neighbour = BrokerNode.start(chain.neighbour(300_000), CLOCK);
        BrokerNode lane = BrokerNode.start(chain.lane(), CLOCK)) {
      await().atMost(SOON).until(() -> lane.neighbour().orElseThrow().status().up());
      Entries.ring(lane.journal(), entries);
      await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == entries);

      assertThat(neighbour.messageCount(KEPT)).isLessThan(entries);
      assertThat(lane.neighbour().orElseThrow().status().waiting()).isPositive();
      assertThat(store.link()).isPresent();
      confirm(store, lane, entries, lane.journal().tail().head());
      await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 0);
      await().atMost(SOON).until(() -> lane.neighbour().orElseThrow().status().waiting() == 0);
      assertThat(lane.messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(entries);
    }
  }

  @Test
  void laneMayOnlySendToItsOwnCopiesAndStrangersNothing() throws Exception {
    Endpoint there = new Endpoint("127.0.0.1", chain.neighbourPort());
    try (BrokerNode neighbour = BrokerNode.start(chain.neighbour(), CLOCK);
        BrokerAccess stranger = BrokerAccess.tcp(there, new Credentials("S01-R01", "guessed"));
        BrokerAccess asLane =
            BrokerAccess.tcp(there, new Credentials("S01-R01", "test-neighbour"));
        BrokerAccess asRecover =
            BrokerAccess.tcp(there, RecoverUser.open(chain.neighbour().dataDir()));
        ClientSession lane = asLane.session();
        ClientSession recover = asRecover.session()) {
      assertThatThrownBy(stranger::session).hasMessageContaining("password file of this user");
      lane.createProducer(KEPT).send(lane.createMessage(true));
      await().atMost(SOON).until(() -> neighbour.messageCount(KEPT) == 1);

      assertThatThrownBy(
              () -> lane.createProducer(Addresses.JOURNAL).send(lane.createMessage(true)))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThatThrownBy(() -> lane.createConsumer(KEPT))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThatThrownBy(() -> lane.createConsumer(Addresses.JOURNAL_KEEP, true))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThatThrownBy(() -> recover.createConsumer(Addresses.JOURNAL_KEEP))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThat(
              Files.getPosixFilePermissions(
                  chain.neighbour().dataDir().resolve("recover.password")))
          .hasSize(2);
    }
  }

  @Test
  void queueForTheNeighbourGoesWithTheSetting() {
    try (BrokerNode lane = BrokerNode.start(chain.lane(), CLOCK)) {
      Entries.ring(lane.journal(), 3);
      await().atMost(SOON).until(() -> lane.messageCount(Addresses.JOURNAL_NEIGHBOUR) == 3);
    }
    NodeSettings alone = chain.lane().with(Neighbourhood.NONE, null);

    try (BrokerNode lane = BrokerNode.start(alone, CLOCK)) {
      Entries.ring(lane.journal(), 2);

      assertThatThrownBy(() -> lane.messageCount(Addresses.JOURNAL_NEIGHBOUR))
          .hasMessageContaining("no queue");
      await().atMost(SOON).until(() -> lane.messageCount(Addresses.JOURNAL_KEEP) == 5);
      assertThat(lane.neighbour()).isEmpty();
    }
  }

  @Test
  void recoverSaysThatTheNeighbourIsNotRunning() throws Exception {
    BrokerNode.start(chain.neighbour(), CLOCK).close();

    assertThat(recover()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Nothing was changed", "S01-R02 does not answer", "Start it");
  }

  @Test
  void recoverForALaneWithAnotherNeighbourIsRefused() throws Exception {
    assertThat(recover("S01-R09")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not the neighbour of S01-R09");
  }

  private int recover() throws IOException {
    return recover("S01-R01");
  }

  private int recover(String lane) throws IOException {
    return Main.run(
        new String[] {chain.neighbourFile().toString(), lane},
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static EntryHash hashAt(BrokerNode lane, long sequence) {
    List<EntryHash> hashes = new ArrayList<>();
    lane.journal().readAfter(sequence - 1, stored -> hashes.add(stored.hash()));
    return hashes.getFirst();
  }

  private long version;

  private void confirm(BrokerNode store, BrokerNode lane, long upTo, EntryHash head) {
    StreamId stream = new StreamId(NeighbourChain.LANE, lane.identity().epoch());
    try (WatermarkTopic topic = new WatermarkTopic(store.access())) {
      topic.publish(
          List.of(
              new Watermark(
                  stream, ++version, upTo, head, Request.NONE, 0, 0, false, Instant.now(CLOCK))));
    }
  }

  private static List<EntryHash> received(BrokerNode node, int count) throws Exception {
    List<EntryHash> hashes = new ArrayList<>();
    try (ClientSession session = node.access().session();
        var consumer = session.createConsumer(Addresses.TICKETS)) {
      for (int i = 0; i < count; i++) {
        ClientMessage message = consumer.receive(5_000);
        hashes.add(EntryHash.of(MessageBody.bytes(message)));
        message.acknowledge();
      }
    }
    return hashes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
