package dev.tillbridge.hq.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the real broker of HQ into the real database. */
class TicketConsumerTest {

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(11);
  private BrokerNode node;

  @BeforeEach
  void startBroker() throws Exception {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("publisher.password"), "test-publisher");
    node = BrokerNode.start(settings(secrets), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    node.close();
    books.close();
  }

  @Test
  void everythingSentIsPostedOnceAndTheQueueIsEmpty() throws Exception {
    List<byte[]> sales = tape.sales(baskets, 1_200);
    send(sales);
    send(sales.subList(0, 100));
    send(List.of("no entry at all".getBytes(StandardCharsets.UTF_8)));

    try (TicketConsumer consumer = start()) {
      await().until(() -> node.messageCount(Addresses.TICKETS) == 0);

      assertThat(consumer.status().state()).isEqualTo(ConsumerStatus.State.POSTING);
    }
    assertThat(books.count("ticket")).isEqualTo(1_200);
    assertThat(books.value("select duplicates from register_stream")).isEqualTo("100");
    assertThat(books.count("suspense")).isEqualTo(1);
    assertThat(books.value("select sum(amount) from posting")).isEqualTo("0.0000");
  }

  @Test
  void whileTheBooksAreAwayTicketsWaitAndNoneIsPutAside() throws Exception {
    try (TicketConsumer consumer = start()) {
      allowConnections(false);
      send(tape.sales(baskets, 700));

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> consumer.status().state() == ConsumerStatus.State.BOOKS_AWAY);
      assertThat(consumer.status().detail()).contains("wait at the broker");
      assertThat(node.messageCount(Addresses.TICKETS)).isEqualTo(700);

      allowConnections(true);
      await().atMost(Duration.ofSeconds(30)).until(() -> node.messageCount(Addresses.TICKETS) == 0);
    }
    assertThat(books.count("ticket")).isEqualTo(700);
    assertThat(node.messageCount(Addresses.DEAD_LETTERS)).isZero();
  }

  /** A database that throws everybody out and lets nobody in: what an outage looks like. */
  private void allowConnections(boolean allow) throws Exception {
    String name = books.address().url().replaceAll(".*/", "");
    books.administer("alter database " + name + " allow_connections " + allow);
    if (!allow) {
      books.administer(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }
  }

  private TicketConsumer start() {
    return TicketConsumer.start(
        BrokerStream.source(node.access()),
        books.ingest(),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private void send(List<byte[]> bodies) throws Exception {
    try (ClientSession session = node.access().transactedSession();
        ClientProducer producer = session.createProducer(Addresses.ticketsOf(tape.lane()))) {
      for (byte[] body : bodies) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(body);
        producer.send(message);
      }
      session.commit();
    }
  }

  private NodeSettings settings(Path secrets) {
    return new NodeSettings(
        Role.HQ,
        "HQ",
        folder.resolve("hq"),
        secrets,
        new Endpoint("127.0.0.1", FreePort.next()),
        null,
        List.of(),
        List.of());
  }
}
