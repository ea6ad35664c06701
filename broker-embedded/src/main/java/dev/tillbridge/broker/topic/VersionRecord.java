package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * A version as the log of versions keeps it, written once.
 *
 * <p>The parts, key {@code version:N:PART:RUN}, hold the changes: wire bytes of the values, gone
 * ones included, one a line, compressed with gzip. The head, key {@code version:N}, is the manifest
 * as on the price topic and says how many parts there are and of which run; it comes last, so parts
 * of a publish that was broken off or overtaken belong to no version.
 *
 * @param changes against the version before, or the whole book
 * @param whole whether they are the whole book, because the version before is not in the log
 */
public record VersionRecord(Manifest manifest, List<TopicValue> changes, boolean whole) {

  /** Small enough that a part is seldom more than 100 KiB, where brokers begin to use files. */
  static final int PART_VALUES_MAX = 1_000;

  private static final int PARTS_PER_COMMIT = PriceTopic.COMMIT_MAX / PART_VALUES_MAX;
  private static final int PART_BYTES_FIRST = 64 * 1024;

  public VersionRecord {
    changes = List.copyOf(changes);
  }

  static SimpleString headKey(long version) {
    return SimpleString.of("version:" + version);
  }

  void sendParts(ClientSession session, ClientProducer producer) throws ActiveMQException {
    for (int part = 0; part < parts(); part++) {
      SimpleString key = SimpleString.of(headKey(manifest.version()) + ":" + part + ":" + run());
      ClientMessage message =
          CompactedTopic.message(session, key, manifest.version(), compressed(part));
      message.putIntProperty(Headers.PART, part);
      message.putStringProperty(Headers.RUN, SimpleString.of(run()));
      producer.send(Addresses.PRICES_VERSIONS, message);
      if ((part + 1) % PARTS_PER_COMMIT == 0) {
        session.commit();
      }
    }
  }

  /** The number is taken with it: a second head of this version is refused by the broker. */
  void sendHead(ClientSession session, ClientProducer producer) throws ActiveMQException {
    ClientMessage head =
        CompactedTopic.message(
            session,
            headKey(manifest.version()),
            manifest.version(),
            Wire.MANIFEST.encode(manifest));
    head.putIntProperty(Headers.PARTS, parts());
    head.putStringProperty(Headers.RUN, SimpleString.of(run()));
    head.putBooleanProperty(Headers.WHOLE, whole);
    head.putStringProperty(
        Message.HDR_DUPLICATE_DETECTION_ID,
        SimpleString.of("price-book-version-" + manifest.version()));
    producer.send(Addresses.PRICES_VERSIONS, head);
  }

  private int parts() {
    return (changes.size() + PART_VALUES_MAX - 1) / PART_VALUES_MAX;
  }

  /** The same for the same publish, another for another book of this number. */
  private String run() {
    return UUID.nameUUIDFromBytes(Wire.MANIFEST.encode(manifest)).toString();
  }

  private byte[] compressed(int part) {
    int from = part * PART_VALUES_MAX;
    int to = Math.min(from + PART_VALUES_MAX, changes.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART_BYTES_FIRST);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (TopicValue value : changes.subList(from, to)) {
        zip.write(value.bytes());
        zip.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed: " + e.getMessage() + ".", e);
    }
    return bytes.toByteArray();
  }
}
