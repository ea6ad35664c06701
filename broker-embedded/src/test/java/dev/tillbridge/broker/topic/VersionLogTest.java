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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionLogTest {

  @TempDir Path dir;

  private PriceBroker hq;
  private BrokerAccess publisher;
  private PriceTopic topic;
  private PriceTopic canary;
  private VersionLog log;

  @BeforeEach
  void startHq() throws IOException {
    start();
  }

  private void start() throws IOException {
    hq = PriceBroker.start(dir);
    publisher = hq.publisher();
    topic = new PriceTopic(publisher);
    canary = PriceTopic.canary(publisher);
    log = new VersionLog(publisher);
  }

  @AfterEach
  void stopHq() {
    publisher.close();
    hq.close();
  }

  @Test
  void everyVersionCanBeReadBackAfterLaterOnesAndARestart() throws IOException {
    List<TopicValue> first = Books.items(2_500, 1, "1.00");
    List<TopicValue> second = values(2, item("000007", "1.10"), new BookValue.Gone("item:000008"));
    Manifest one = seal(1, List.of(), first);
    Manifest two = seal(2, first, second);
    topic.publish(first, one, new VersionRecord(one, first, true));
    topic.publish(second, two, new VersionRecord(two, second, false));

    stopHq();
    start();

    assertThat(log.versions()).extracting(LoggedVersion::manifest).containsExactly(one, two);
    assertThat(log.changes(log.versions().getLast()))
        .extracting(TopicValue::key)
        .containsExactlyInAnyOrder("item:000007", "item:000008");
    assertThat(log.book(1).orElseThrow().isSealedBy(one)).isTrue();
    assertThat(log.book(2).orElseThrow().isSealedBy(two)).isTrue();
    assertThat(log.book(3)).isEmpty();
  }

  @Test
  void largeVersionIsKeptWhole() {
    List<TopicValue> first = Books.items(100_000, 1, "1.00");
    Manifest one = seal(1, List.of(), first);

    topic.publish(first, one, new VersionRecord(one, first, true));

    assertThat(log.book(1).orElseThrow().isSealedBy(one)).isTrue();
  }

  @Test
  void valuesLargerThanTheBrokersMessageLimitAreKept() {
    List<TopicValue> first =
        values(
            1, item("A", "1.00"), new BookValue.Zone("Z", randomText(5_000_000), List.of("S01")));
    Manifest one = seal(1, List.of(), first);

    topic.publish(first, one, new VersionRecord(one, first, true));

    assertThat(log.book(1).orElseThrow().isSealedBy(one)).isTrue();
    assertThat(TopicBook.read(topic).isSealedBy(one)).isTrue();
  }

  @Test
  void numberTakenForSomeStoresIsTakenForAll() {
    List<TopicValue> first = values(1, item("A", "1.00"));
    Manifest one = seal(1, List.of(), first);
    canary.publish(first, one, new VersionRecord(one, first, true));
    List<TopicValue> other = values(1, item("A", "2.00"));
    Manifest late = seal(1, List.of(), other);

    assertThatThrownBy(() -> topic.publish(other, late, new VersionRecord(late, other, true)))
        .isInstanceOf(VersionTaken.class);

    assertThat(topic.manifest()).isEmpty();
    assertThat(TopicBook.read(topic).values()).isEmpty();
    assertThat(log.book(1).orElseThrow().isSealedBy(one)).isTrue();
  }

  @Test
  void overtakenPublishInSeveralPartsLeavesTheVersionAsItWas() {
    List<TopicValue> first = values(1, item("A", "1.00"));
    Manifest one = seal(1, List.of(), first);
    topic.publish(first, one, new VersionRecord(one, first, true));
    List<TopicValue> large = Books.items(60_000, 1, "2.00");
    Manifest late = seal(1, List.of(), large);

    assertThatThrownBy(() -> canary.publish(large, late, new VersionRecord(late, large, true)))
        .isInstanceOf(VersionTaken.class);

    assertThat(log.book(1).orElseThrow().isSealedBy(one)).isTrue();
  }

  @Test
  void wholeBookInTheLogStandsForItself() {
    List<TopicValue> base = values(7, item("A", "1.00"), item("B", "2.00"));
    List<TopicValue> next = values(8, item("B", "2.50"));
    Manifest seven = seal(7, List.of(), base);
    Manifest eight = seal(8, base, next);
    topic.publish(base, seven, new VersionRecord(seven, base, true));
    topic.publish(next, eight, new VersionRecord(eight, next, false));

    assertThat(log.book(6)).isEmpty();
    assertThat(log.book(8).orElseThrow().isSealedBy(eight)).isTrue();
  }

  @Test
  void storesAndLanesReadNoVersions() {
    try (BrokerAccess store = hq.store();
        VersionLog theirs = new VersionLog(store)) {

      assertThatThrownBy(theirs::versions)
          .isInstanceOf(BrokerUnreachable.class)
          .hasMessageContaining("SECURITY");
    }
    try (BrokerAccess lane = hq.lane();
        PriceTopic theirs = PriceTopic.canary(lane)) {

      assertThatThrownBy(theirs::manifest)
          .isInstanceOf(BrokerUnreachable.class)
          .hasMessageContaining("SECURITY");
    }
  }

  private static String randomText(int length) {
    return new Random(42)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
