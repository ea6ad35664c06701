package dev.tillbridge.pricebook.publication;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.VersionTaken;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Publishes full price books at HQ. For one thread; the access stays its owner's. */
public final class PriceBookPublisher implements AutoCloseable {

  private final PriceTopic topic;
  private final CurrencyUnit currency;
  private final Clock clock;

  /**
   * A publisher that writes with this access's user.
   *
   * @param currency of every price
   */
  public PriceBookPublisher(BrokerAccess hq, CurrencyUnit currency, Clock clock) {
    this.topic = new PriceTopic(hq);
    this.currency = currency;
    this.clock = clock;
  }

  /**
   * Publishes a full book: what is not in it is gone from the shop. Sends only what differs from
   * the book published last, then the manifest.
   *
   * @param publishedBy name of the person, for the manifest
   * @throws dev.tillbridge.broker.access.BrokerUnreachable when HQ's broker is not there; ask for
   *     the manifest to see whether the version was published before the link was lost
   */
  public Publication publish(List<BookValue> book, String publishedBy) {
    List<String> problems = BookRules.problems(book, currency);
    if (!problems.isEmpty()) {
      return new Publication.Refused(problems);
    }
    // The manifest first: whoever publishes after this line takes the version that we will ask for.
    Optional<Manifest> last = topic.manifest();
    long version = last.map(Manifest::version).orElse(0L) + 1;
    TopicBook present = TopicBook.read(topic);
    Difference difference = Difference.between(present, book, version);
    if (difference.values().isEmpty() && last.filter(present::isSealedBy).isPresent()) {
      return new Publication.Unchanged(last.get());
    }
    present.putAll(difference.values());
    return publish(difference, seal(present, version, publishedBy));
  }

  private Manifest seal(TopicBook book, long version, String publishedBy) {
    BookHash hash = book.hash();
    int count = hash.count();
    return new Manifest(
        version,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        publishedBy,
        currency.getCode(),
        count,
        hash.hex());
  }

  /** Publishes a difference to what was read when the manifest was one version older. */
  Publication publish(Difference difference, Manifest manifest) {
    try {
      topic.publish(difference.values(), manifest);
    } catch (VersionTaken e) {
      return new Publication.Overtaken(e.version());
    }
    boolean newest = topic.manifest().filter(manifest::equals).isPresent();
    if (newest && !TopicBook.read(topic).isSealedBy(manifest)) {
      return new Publication.Mixed(manifest);
    }
    return new Publication.Published(
        manifest, difference.added(), difference.changed(), difference.gone());
  }

  /** The manifest published last, absent before the first. */
  public Optional<Manifest> published() {
    return topic.manifest();
  }

  /**
   * The values at HQ now, gone ones left out, in ascending key order.
   *
   * @throws IllegalStateException when one was written by a newer program
   */
  public List<BookValue> values() {
    return TopicBook.read(topic).values().values().stream()
        .map(TopicValue::bytes)
        .map(Wire.BOOK_VALUE::decode)
        .map(Decoded::orThrow)
        .filter(value -> !(value instanceof BookValue.Gone))
        .toList();
  }

  @Override
  public void close() {
    topic.close();
  }
}
