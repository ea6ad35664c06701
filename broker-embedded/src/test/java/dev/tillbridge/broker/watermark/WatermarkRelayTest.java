package dev.tillbridge.broker.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.topic.TopicRelay;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarkRelayTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final EntryHash HEAD = EntryHash.of(new byte[] {1});
  private static final StreamId FIRST = StreamId.parse("S01-R01/20261122081500");
  private static final StreamId SECOND = StreamId.parse("S01-R02/20261122081500");

  @TempDir private Path root;
  private TestChain chain;

  @BeforeEach
  void layOutChain() throws Exception {
    chain = TestChain.in(root);
  }

  @Test
  void watermarkPublishedAtHqIsReadByTheRegisterAtTheStore() {
    Watermark mark = Watermarks.holding(FIRST, 7, 3, HEAD);
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess up = uplink();
        TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
      publish(hq, mark);

      assertThat(relay).isNotNull();
      await().atMost(SOON).until(() -> readByRegister(FIRST).equals(Optional.of(mark)));
      assertThat(readByRegister(SECOND)).isEmpty();
    }
  }

  @Test
  void newerWatermarkReplacesTheOlderOne() {
    Watermark newer = Watermarks.holding(FIRST, 9, 5, HEAD);
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess up = uplink();
        TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
      publish(hq, Watermarks.holding(FIRST, 7, 3, HEAD));
      await().atMost(SOON).until(() -> readByRegister(FIRST).isPresent());

      publish(hq, newer, Watermarks.holding(SECOND, 8, 1, HEAD));

      assertThat(relay).isNotNull();
      await().atMost(SOON).until(() -> readByRegister(FIRST).equals(Optional.of(newer)));
      await().atMost(SOON).until(() -> readByRegister(SECOND).isPresent());
      await().atMost(SOON).until(() -> store.messageCount(Addresses.WATERMARKS) == 2);
    }
  }

  @Test
  void storeWhoseDiskWasReplacedGetsAllWatermarksAgain() throws Exception {
    Watermark first = Watermarks.holding(FIRST, 7, 3, HEAD);
    Watermark second = Watermarks.holding(SECOND, 8, 1, HEAD);
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
        BrokerAccess up = uplink()) {
      publish(hq, first, second);
      try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
          TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
        assertThat(relay).isNotNull();
        await().atMost(SOON).until(() -> readByRegister(SECOND).equals(Optional.of(second)));
      }
      wipe(chain.store().dataDir());

      try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
          TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
        assertThat(relay).isNotNull();
        await().atMost(SOON).until(() -> readByRegister(FIRST).equals(Optional.of(first)));
        await().atMost(SOON).until(() -> readByRegister(SECOND).equals(Optional.of(second)));
      }
    }
  }

  @Test
  void relayGoesOnByItselfAfterHqWasAway() {
    Watermark late = Watermarks.holding(FIRST, 9, 5, HEAD);
    try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess up = uplink();
        TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
      assertThat(relay).isNotNull();
      try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK)) {
        publish(hq, Watermarks.holding(FIRST, 7, 3, HEAD));
        await().atMost(SOON).until(() -> readByRegister(FIRST).isPresent());
      }

      try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK)) {
        publish(hq, late);

        await().atMost(SOON).until(() -> readByRegister(FIRST).equals(Optional.of(late)));
      }
    }
  }

  @Test
  void hqThatWentBackToAnOlderStateIsFollowed() throws Exception {
    Watermark older = Watermarks.holding(FIRST, 4, 2, HEAD);
    try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess up = uplink();
        TopicRelay relay = TopicRelay.ofWatermarks(up, store.access())) {
      assertThat(relay).isNotNull();
      try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK)) {
        publish(hq, Watermarks.holding(FIRST, 7, 3, HEAD));
        await().atMost(SOON).until(() -> readByRegister(FIRST).isPresent());
      }
      wipe(chain.hq().dataDir());

      try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK)) {
        publish(hq, older);

        await().atMost(SOON).until(() -> readByRegister(FIRST).equals(Optional.of(older)));
      }
    }
  }

  private BrokerAccess uplink() {
    return BrokerAccess.tcp(
        new Endpoint("127.0.0.1", chain.hqPort()), chain.store().uplinkCredentials());
  }

  private static void publish(BrokerNode hq, Watermark... marks) {
    try (WatermarkTopic topic = new WatermarkTopic(hq.access())) {
      topic.publish(List.of(marks));
    }
  }

  private Optional<Watermark> readByRegister(StreamId stream) {
    try (BrokerAccess access =
            BrokerAccess.tcp(
                new Endpoint("127.0.0.1", chain.storePort()),
                chain.register().uplinkCredentials());
        WatermarkTopic topic = new WatermarkTopic(access)) {
      return topic.newest(stream);
    }
  }

  private static void wipe(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
