package dev.tillbridge.pricebook.publication;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.UnusableTopic;
import dev.tillbridge.broker.topic.VersionLog;
import dev.tillbridge.broker.topic.VersionRecord;
import dev.tillbridge.broker.topic.VersionTaken;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Publishes full price books at HQ, for all stores or first for some, in one numbering. For one
 * thread; the access stays its owner's.
 */
public final class PriceBookPublisher implements AutoCloseable {

  private static final int READINGS_MAX = 3;

  private final PriceTopic forAll;
  private final PriceTopic canary;
  private final VersionLog log;
  private final CurrencyUnit currency;
  private final Clock clock;

  /**
   * A publisher that writes with this access's user.
   *
   * @param currency of every price
   */
  public PriceBookPublisher(BrokerAccess hq, CurrencyUnit currency, Clock clock) {
    this.forAll = new PriceTopic(hq);
    this.canary = PriceTopic.canary(hq);
    this.log = new VersionLog(hq);
    this.currency = currency;
    this.clock = clock;
  }

  /**
   * Publishes a full book for all stores: what is not in it is gone from the shop.
   *
   * @param publishedBy name of the person, for the manifest
   */
  public Publication publish(List<BookValue> book, String publishedBy) {
    return publish(book, Release.forAll(publishedBy, null));
  }

  /**
   * Publishes a full book. Sends only what differs from the book these stores have, and what
   * differs from the version before into the log of versions, then the manifest.
   *
   * @throws dev.tillbridge.broker.access.BrokerUnreachable when HQ's broker is not there; ask for
   *     the manifest to see whether the version was published before the link was lost
   */
  public Publication publish(List<BookValue> book, Release release) {
    List<String> problems = BookRules.problems(book, currency);
    if (!problems.isEmpty()) {
      return new Publication.Refused(problems);
    }
    // The manifests first: whoever publishes after this line takes the version that we will ask
    // for.
    PublishedBooks books = books();
    Optional<Manifest> newest = books.newest();
    long version = newest.map(Manifest::version).orElse(0L) + 1;
    PriceTopic topic = release.stores().isEmpty() ? forAll : canary;
    TopicBook present = TopicBook.read(topic);
    Difference difference = Difference.between(present, book, version);
    boolean newestIsHere = topic.manifest().equals(newest) && newest.isPresent();
    boolean whole = newestIsHere && present.isSealedBy(newest.get());
    if (difference.values().isEmpty() && whole && newest.get().stores().equals(release.stores())) {
      return new Publication.Unchanged(newest.get());
    }
    VersionChanges changes =
        whole && isLogged(newest.get())
            ? new VersionChanges(difference.values(), false)
            : changes(newest, books.trial().isPresent() ? canary : forAll, book, version);
    present.putAll(difference.values());
    // also those of a publish that was broken off, where it wrote what we want
    List<TopicValue> newValues =
        present.values().values().stream().filter(value -> value.version() >= version).toList();
    return publish(topic, difference, newValues, seal(present, version, release), changes);
  }

  /** What a version is in the log of versions. */
  record VersionChanges(List<TopicValue> values, boolean whole) {}

  private VersionChanges changes(
      Optional<Manifest> newest, PriceTopic source, List<BookValue> book, long version) {
    TopicBook before = new TopicBook();
    if (newest.isPresent() && isLogged(newest.get())) {
      before = TopicBook.read(source);
      if (!before.isSealedBy(newest.get())) {
        before = new TopicBook();
      }
    }
    boolean whole = before.values().isEmpty();
    return new VersionChanges(Difference.between(before, book, version).values(), whole);
  }

  private boolean isLogged(Manifest manifest) {
    return log.versions(manifest.version() - 1).stream()
        .anyMatch(logged -> logged.manifest().equals(manifest));
  }

  private Manifest seal(TopicBook book, long version, Release release) {
    BookHash hash = book.hash();
    int count = hash.count();
    return new Manifest(
        version,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        release.by(),
        currency.getCode(),
        count,
        hash.hex(),
        release.note(),
        release.stores());
  }

  /** Publishes a difference to what was read when the manifest was one version older. */
  Publication publish(Difference difference, Manifest manifest) {
    VersionChanges changes = new VersionChanges(difference.values(), manifest.version() == 1);
    return publish(forAll, difference, difference.values(), manifest, changes);
  }

  private Publication publish(
      PriceTopic topic,
      Difference difference,
      List<TopicValue> newValues,
      Manifest manifest,
      VersionChanges changes) {
    try {
      topic.publish(
          difference.values(),
          manifest,
          new VersionRecord(manifest, changes.values(), changes.whole()));
    } catch (VersionTaken e) {
      return new Publication.Overtaken(e.version());
    }
    boolean newest = topic.manifest().filter(manifest::equals).isPresent();
    if (newest && !isAlone(topic, newValues, manifest.version())) {
      return new Publication.Mixed(manifest);
    }
    return new Publication.Published(
        manifest, difference.added(), difference.changed(), difference.gone());
  }

  /**
   * Whether nobody wrote values between ours, while they went in parts or since they were read. A
   * busy broker may end a reading of many values early, so only what stays different counts.
   */
  private static boolean isAlone(PriceTopic topic, List<TopicValue> wanted, long version) {
    Map<String, byte[]> ours = new HashMap<>();
    wanted.forEach(value -> ours.put(value.key(), value.bytes()));
    for (int reading = 0; reading < READINGS_MAX; reading++) {
      if (holds(topic, ours, version)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(PriceTopic topic, Map<String, byte[]> ours, long version) {
    Map<String, byte[]> there = new HashMap<>();
    topic.browse(version - 1, value -> there.put(value.key(), value.bytes()));
    return there.keySet().equals(ours.keySet())
        && there.entrySet().stream()
            .allMatch(value -> Arrays.equals(value.getValue(), ours.get(value.getKey())));
  }

  /** What is at HQ now. */
  public PublishedBooks books() {
    return PublishedBooks.of(forAll.manifest(), canary.manifest());
  }

  /** The manifest of the book of all stores, absent before the first. */
  public Optional<Manifest> published() {
    return forAll.manifest();
  }

  /**
   * The values of the book of all stores, gone ones left out, in ascending key order.
   *
   * @throws IllegalStateException when one was written by a newer program
   */
  public List<BookValue> values() {
    return values(TopicBook.read(forAll));
  }

  /** The book of all stores, verified. */
  public Snapshot snapshot() {
    return snapshot(forAll);
  }

  /** The book that some stores try first, verified; of no account when no trial is running. */
  public Snapshot trialSnapshot() {
    return snapshot(canary);
  }

  private Snapshot snapshot(PriceTopic topic) {
    Optional<Manifest> manifest = topic.manifest();
    if (manifest.isEmpty()) {
      return new Snapshot(null, List.of());
    }
    long version = manifest.get().version();
    TopicBook read = TopicBook.read(topic);
    TopicBook book =
        read.isSealedBy(manifest.get())
            ? read
            : log.book(version)
                .orElseThrow(() ->
                    new UnusableTopic(
                        "The values at HQ are not those of price book version %d: a publish is under way or was broken off. Registers ring on with the book they have. Try again; if it stays so, publish the whole list again with pricebook publish FILE.csv."
                            .formatted(version)));
    return new Snapshot(manifest.get(), values(book));
  }

  /** Every rule that a book breaks; empty for one that can be published. */
  public List<String> problems(List<BookValue> book) {
    return BookRules.problems(book, currency);
  }

  /** Every version published since HQ keeps them, in ascending order. */
  public List<LoggedVersion> versions() {
    return log.versions();
  }

  /** The values of a version, empty when HQ did not keep it. */
  public Optional<List<BookValue>> valuesOf(long version) {
    return log.book(version).map(PriceBookPublisher::values);
  }

  private static List<BookValue> values(TopicBook book) {
    return book.values().values().stream()
        .map(TopicValue::bytes)
        .map(Wire.BOOK_VALUE::decode)
        .map(Decoded::orThrow)
        .filter(value -> !(value instanceof BookValue.Gone))
        .toList();
  }

  /** What can be published but is surely not meant. */
  public static List<String> warnings(List<BookValue> book) {
    return BookRules.warnings(book);
  }

  @Override
  public void close() {
    forAll.close();
    canary.close();
    log.close();
  }
}
