package dev.tillbridge.hq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.inquiry.Inquiries;
import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.broker.shared.Shared;
import dev.tillbridge.broker.shared.SharedTopic;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.ShopEntries;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process, as started from the command line, killed and started again. */
class HeadquartersTest {

  private static final Duration START_MAX = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(41);
  private final List<Process> started = new ArrayList<>();
  private int brokerPort;
  private int webPort;

  @BeforeEach
  void configure() throws IOException {
    brokerPort = FreePort.next();
    webPort = FreePort.next();
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("publisher.password"), "publisher-secret");
    Files.writeString(secrets.resolve("S01-R01.password"), "lane-secret");
    Accountant.people(folder);
    Files.writeString(
        folder.resolve("hq.properties"),
        """
        data.dir = data
        secrets.dir = secrets
        listen.port = %d
        lanes = S01-R01
        web.port = %d
        accountants.file = accountants.properties
        """
            .formatted(brokerPort, webPort));
  }

  @AfterEach
  void stop() throws Exception {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void killedHeadquartersComesBackWithItsBooksAndPostsEachTicketOnce() throws Exception {
    List<byte[]> tickets = tape.sales(baskets, 900);
    Process first = start();
    send(tickets.subList(0, 300));
    awaitEntries(300);
    send(tickets.subList(300, 900));

    first.destroyForcibly().waitFor();
    long orphan = postmaster();
    assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives its HQ").isPresent();
    start();
    awaitEntries(900);

    assertThat(ProcessHandle.of(orphan)).as("the old PostgreSQL is stopped").isEmpty();
    String streams = new Accountant(url()).signOn().get("/stream.json").body();
    assertThat(streams).contains("\"entries\":900").contains("\"missing\":0");
    assertThat(connectionProperties().getProperty("url")).startsWith("jdbc:postgresql://");
  }

  @Test
  void laneIsToldOfAnothersGiftCertificateAndHasSomeOfItKept() throws Exception {
    String number = "S01-R01-1G1-00";
    start();
    send(List.of(ShopEntries.gift(tape, number, "10.00")));

    try (BrokerAccess lane = lane();
        SharedTopic shared = new SharedTopic(lane);
        Inquiries inquiries = Inquiries.over(lane, tape.lane())) {
      List<Shared> told = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            shared.browse(SharedTopic.FROM_THE_START, told::add);
            return !told.isEmpty();
          });
      assertThat(told.getFirst().what().key()).isEqualTo("value " + number);

      Answer answer =
          inquiries.ask(
              new Addressee.Hq(),
              new Inquiry.OfStoredValue(number, "T1", ShopEntries.gbp("4.00")),
              Duration.ofSeconds(10));

      assertThat(answer)
          .isEqualTo(
              new Answer.Balance(
                  number, StoredValueKind.GIFT, ShopEntries.gbp("10.00"), ShopEntries.gbp("4.00")));
    }
  }

  @Test
  void secondProcessOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
    Process first = start();

    Process second = launch();

    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(2);
    assertThat(first.isAlive()).isTrue();
    assertThat(new Accountant(url()).get("/health").statusCode()).isEqualTo(200);
  }

  private Process start() throws IOException {
    Process process = launch();
    await()
        .atMost(START_MAX)
        .until(() ->
            !process.isAlive()
                || Files.readString(folder.resolve("out-" + started.size())).contains("READY hq"));
    assertThat(process.isAlive())
        .as(Files.readString(folder.resolve("out-" + started.size())))
        .isTrue();
    return process;
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            folder.resolve("hq.properties").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("out-" + (started.size() + 1)).toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private void send(List<byte[]> bodies) throws Exception {
    try (BrokerAccess access = lane();
        ClientSession session = access.transactedSession();
        ClientProducer producer = session.createProducer(Addresses.ticketsOf(tape.lane()))) {
      for (byte[] body : bodies) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(body);
        producer.send(message);
      }
      session.commit();
    }
  }

  private BrokerAccess lane() {
    return BrokerAccess.tcp(
        new Endpoint("127.0.0.1", brokerPort), new Credentials("S01-R01", "lane-secret"));
  }

  private void awaitEntries(int count) {
    Accountant olga = new Accountant(url()).signOn();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> olga.get("/stream.json").body().contains("\"entries\":" + count + ","));
  }

  private long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("data/postgres/data/postmaster.pid")).getFirst().strip());
  }

  private Properties connectionProperties() throws IOException {
    Properties properties = new Properties();
    try (var reader =
        Files.newBufferedReader(folder.resolve("data/postgres/connection.properties"))) {
      properties.load(reader);
    }
    return properties;
  }

  private String url() {
    return "http://127.0.0.1:" + webPort + "/";
  }
}
