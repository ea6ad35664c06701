package dev.tillbridge.broker.topic;

import static dev.tillbridge.broker.topic.Books.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic with many values on a real broker. */
final class ManyValuesTest {

  private static final int VALUES = 25_000;
  private static final int READINGS = 20;

  @TempDir Path dir;

  private PriceBroker broker;
  private BrokerAccess writing;
  private PriceTopic writer;

  @BeforeEach
  void start() throws Exception {
    broker = PriceBroker.start(dir);
    writing = broker.publisher();
    writer = new PriceTopic(writing);
  }

  @AfterEach
  void stop() {
    writer.close();
    writing.close();
    broker.close();
  }

  /** Without waiting for its end one in six such readings of a busy broker ended early. */
  @Test
  void everyReadingGivesEveryValue() {
    publish(1, "1.00");

    for (int reading = 0; reading < READINGS; reading++) {
      assertThat(TopicBook.read(writer).values()).as("reading %d", reading).hasSize(VALUES);
    }
  }

  @Test
  void replacedValuesAreGoneSoonAlsoWhenNothingIsPublishedAfterThem() {
    for (int version = 1; version <= 3; version++) {
      publish(version, version + ".00");
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> messages() == VALUES);
    assertThat(TopicBook.read(writer).values().values()).allMatch(value -> value.version() == 3);
  }

  @Test
  void replacedValuesAreGoneAfterARestartToo() throws Exception {
    publish(1, "1.00");
    publish(2, "2.00");
    stop();

    start();
    writer.publish(Books.items(1, 3, "3.00"), seal(3, List.of(), Books.items(1, 3, "3.00")));

    await().atMost(Duration.ofSeconds(30)).until(() -> messages() == VALUES);
  }

  private void publish(int version, String price) {
    List<TopicValue> values = Books.items(VALUES, version, price);
    writer.publish(values, seal(version, List.of(), values));
  }

  /** In the queue, those that were replaced included. */
  private int messages() {
    try (CompactedTopic topic = new CompactedTopic(writing)) {
      int[] count = new int[1];
      topic.read(Addresses.PRICES, null, message -> count[0]++);
      return count[0];
    }
  }
}
