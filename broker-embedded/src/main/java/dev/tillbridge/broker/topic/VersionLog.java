package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/**
 * Every version of the price book that HQ published, for all stores or for some, in one numbering:
 * what it changed against the version before. For one thread; the access stays its owner's.
 *
 * <p>Every method throws {@link dev.tillbridge.broker.access.BrokerUnreachable} when the broker is
 * not there or the link is lost on the way; then call again.
 */
public final class VersionLog implements AutoCloseable {

  private static final String HEADS = Headers.PARTS + " IS NOT NULL";

  private final CompactedTopic topic;

  public VersionLog(BrokerAccess hq) {
    this.topic = new CompactedTopic(hq);
  }

  /** The versions in ascending order; costs a few hundred bytes a version, however large. */
  public List<LoggedVersion> versions() {
    return versions(CompactedTopic.FROM_THE_START);
  }

  /** Those after a version, in ascending order. */
  public List<LoggedVersion> versions(long after) {
    List<LoggedVersion> heads = new ArrayList<>();
    topic.read(
        Addresses.PRICES_VERSIONS,
        HEADS + " AND " + CompactedTopic.changedAfter(after),
        message -> heads.add(head(message)));
    heads.sort(Comparator.comparingLong(LoggedVersion::version));
    return heads;
  }

  /** What a version changed, or its whole book where the log begins. */
  public List<TopicValue> changes(LoggedVersion version) {
    List<TopicValue> changes = new ArrayList<>();
    read(List.of(version), changes::add);
    return changes;
  }

  /**
   * The whole book of a version, gone keys left out, verified against its manifest; empty when the
   * log does not have it.
   *
   * @throws UnusableTopic when the log does not make up what the manifest seals
   */
  public Optional<TopicBook> book(long version) {
    List<LoggedVersion> upTo =
        versions().stream().filter(logged -> logged.version() <= version).toList();
    if (upTo.isEmpty() || upTo.getLast().version() != version) {
      return Optional.empty();
    }
    int from = upTo.size() - 1;
    while (from > 0 && !upTo.get(from).whole()) {
      from--;
    }
    TopicBook book = new TopicBook();
    read(
        upTo.subList(from, upTo.size()),
        value -> {
          if (value.gone()) {
            book.remove(value.key());
          } else {
            book.put(value);
          }
        });
    if (!book.isSealedBy(upTo.getLast().manifest())) {
      throw new UnusableTopic(
          "The log of versions does not make up price book version %d: parts are missing or damaged. Nothing was changed; the published book itself is not touched by this. Take another version."
              .formatted(version));
    }
    return Optional.of(book);
  }

  private void read(List<LoggedVersion> versions, Consumer<TopicValue> reader) {
    if (versions.isEmpty()) {
      return;
    }
    String selector =
        "%s IS NOT NULL AND %s >= %d AND %s <= %d"
            .formatted(
                Headers.PART,
                Headers.VERSION,
                versions.getFirst().version(),
                Headers.VERSION,
                versions.getLast().version());
    Map<String, byte[]> parts = new TreeMap<>();
    topic.read(
        Addresses.PRICES_VERSIONS,
        selector,
        message ->
            parts.put(
                name(
                    message.getLongProperty(Headers.VERSION),
                    message.getIntProperty(Headers.PART),
                    message.getStringProperty(Headers.RUN)),
                MessageBody.bytes(message)));
    for (LoggedVersion version : versions) {
      for (int part = 0; part < version.parts(); part++) {
        byte[] compressed = parts.get(name(version.version(), part, version.run()));
        if (compressed == null) {
          throw new UnusableTopic(
              "Part %d of %d of price book version %d is not in the log of versions. Nothing was changed; take another version."
                  .formatted(part + 1, version.parts(), version.version()));
        }
        lines(compressed, version.version(), reader);
      }
    }
  }

  private static String name(long version, int part, String run) {
    return version + ":" + part + ":" + run;
  }

  private static void lines(byte[] compressed, long version, Consumer<TopicValue> reader) {
    byte[] text;
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      text = zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A part of price book version %d in the log of versions is damaged: %s."
              .formatted(version, e.getMessage()),
          e);
    }
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        byte[] bytes = Arrays.copyOfRange(text, start, i);
        BookValue value = Wire.BOOK_VALUE.decode(bytes).orThrow();
        reader.accept(new TopicValue(value.bookKey(), version, bytes));
        start = i + 1;
      }
    }
  }

  private static LoggedVersion head(ClientMessage message) {
    Manifest manifest = Wire.MANIFEST.decode(MessageBody.bytes(message)).orThrow();
    return new LoggedVersion(
        manifest,
        message.getIntProperty(Headers.PARTS),
        message.getStringProperty(Headers.RUN),
        message.getBooleanProperty(Headers.WHOLE));
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    topic.close();
  }
}
