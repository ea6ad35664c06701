package dev.tillbridge.broker.topic;

import static dev.tillbridge.broker.topic.Books.item;
import static dev.tillbridge.broker.topic.Books.seal;
import static dev.tillbridge.broker.topic.Books.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceTopicTest {

  @TempDir Path dir;

  @Test
  void emptyTopicHasNoManifestAndNoValues() throws Exception {
    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess access = broker.lane();
        PriceTopic topic = new PriceTopic(access)) {

      assertThat(topic.manifest()).isEmpty();
      assertThat(TopicBook.read(topic).values()).isEmpty();
    }
  }

  @Test
  void readerSeesEachKeyOnceAtItsNewestVersion() throws Exception {
    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess writing = broker.publisher();
        BrokerAccess reading = broker.lane();
        PriceTopic writer = new PriceTopic(writing);
        PriceTopic reader = new PriceTopic(reading)) {
      List<TopicValue> first = Books.items(3_000, 1, "1.00");
      writer.publish(first, seal(1, List.of(), first));
      List<TopicValue> second = Books.items(1_000, 2, "2.00");
      Manifest manifest = seal(2, first, second);
      writer.publish(second, manifest);

      List<TopicValue> changed = new ArrayList<>();
      reader.browse(1, changed::add);
      TopicBook book = TopicBook.read(reader);

      assertThat(reader.manifest()).contains(manifest);
      assertThat(changed).hasSize(1_000).allMatch(value -> value.version() == 2);
      assertThat(book.values()).hasSize(3_000);
      assertThat(book.isSealedBy(manifest)).isTrue();
    }
  }

  @Test
  void publishedVersionCannotBePublishedAgain() throws Exception {
    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess access = broker.publisher();
        PriceTopic topic = new PriceTopic(access)) {
      List<TopicValue> first = values(1, item("A", "1.00"));
      Manifest manifest = seal(1, List.of(), first);
      topic.publish(first, manifest);
      List<TopicValue> other = values(1, item("A", "9.00"));

      assertThatThrownBy(() -> topic.publish(other, seal(1, List.of(), other)))
          .isInstanceOf(VersionTaken.class)
          .hasMessageContaining("version 1");

      assertThat(TopicBook.read(topic).isSealedBy(manifest)).isTrue();
    }
  }

  @Test
  void topicIsTheSameAfterARestart() throws Exception {
    List<TopicValue> first = values(1, item("A", "1.00"), item("B", "2.00"));
    List<TopicValue> second = values(2, item("A", "1.50"), new BookValue.Gone("item:B"));
    Manifest manifest = seal(2, first, second);
    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess access = broker.publisher();
        PriceTopic topic = new PriceTopic(access)) {
      topic.publish(first, seal(1, List.of(), first));
      topic.publish(second, manifest);
    }

    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess access = broker.lane();
        PriceTopic topic = new PriceTopic(access)) {

      assertThat(topic.manifest()).contains(manifest);
      assertThat(TopicBook.read(topic).values()).hasSize(2);
      assertThat(TopicBook.read(topic).isSealedBy(manifest)).isTrue();
      assertThat(manifest.count()).isEqualTo(1);
    }
  }

  @Test
  void readerMayNotPublish() throws Exception {
    try (PriceBroker broker = PriceBroker.start(dir);
        BrokerAccess access = broker.lane();
        PriceTopic topic = new PriceTopic(access)) {
      List<TopicValue> first = values(1, item("A", "1.00"));

      assertThatThrownBy(() -> topic.publish(first, seal(1, List.of(), first)))
          .isInstanceOf(BrokerUnreachable.class)
          .hasMessageContaining("SECURITY");
    }
  }

  @Test
  void readingGoesOnAfterTheBrokerCameBack() throws Exception {
    PriceBroker broker = PriceBroker.start(dir);
    try (BrokerAccess access = broker.publisher();
        PriceTopic topic = new PriceTopic(access)) {
      List<TopicValue> first = values(1, item("A", "1.00"));
      topic.publish(first, seal(1, List.of(), first));
      assertThat(topic.manifest()).isPresent();

      broker.close();
      assertThatThrownBy(topic::manifest).isInstanceOf(BrokerUnreachable.class);
      broker = PriceBroker.start(dir, broker.port());

      assertThat(topic.manifest()).isPresent();
    } finally {
      broker.close();
    }
  }
}
