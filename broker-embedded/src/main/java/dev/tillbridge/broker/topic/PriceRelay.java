package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Copies HQ's price topic to the store's, version by version: the book of all stores, or the one
 * that this store is to try first, whichever has the higher version.
 *
 * <p>Reads HQ's manifest each second. A newer book is put together from the store's values and
 * those changed since, verified, and only then written, values and manifest in one transaction: the
 * store holds the old book or the new one whenever this process is killed. What does not verify (a
 * publish under way, a topic that was reset) is read again in full.
 */
public final class PriceRelay implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final PriceTopic all;
  private final PriceTopic canary;
  private final PriceTopic store;
  private final String storeId;
  private final UnverifiedManifest unverified = new UnverifiedManifest();
  private final RelayLog log =
      new RelayLog(LoggerFactory.getLogger(PriceRelay.class), "Price relay");
  private final PollLoop loop;
  private @Nullable Manifest ours;

  private PriceRelay(BrokerAccess hq, BrokerAccess store, String storeId) {
    this.all = new PriceTopic(hq);
    this.canary = PriceTopic.canary(hq);
    this.store = new PriceTopic(store);
    this.storeId = storeId;
    this.loop = PollLoop.start("price-relay", POLL, this::poll, this::failed);
  }

  /** One for a store that never tries a book first. */
  public static PriceRelay start(BrokerAccess hq, BrokerAccess store) {
    return start(hq, store, "");
  }

  /**
   * Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay.
   *
   * @param storeId which manifests name that are to be tried here first
   */
  public static PriceRelay start(BrokerAccess hq, BrokerAccess store, String storeId) {
    return new PriceRelay(hq, store, storeId);
  }

  private void poll() {
    Optional<Manifest> forAll = all.manifest();
    Optional<Manifest> forUs = canaryManifest().filter(m -> m.stores().contains(storeId));
    long versionForAll = forAll.map(Manifest::version).orElse(0L);
    if (forUs.isPresent() && forUs.get().version() > versionForAll) {
      follow(canary, forUs.get());
    } else if (forAll.isPresent()) {
      follow(all, forAll.get());
    } else {
      log.say(
          "waiting", "HQ has published no price book yet; asking every " + POLL.toSeconds() + " s");
    }
  }

  /** Empty at an HQ that is older than this program, too. */
  private Optional<Manifest> canaryManifest() {
    try {
      return canary.manifest();
    } catch (BrokerUnreachable e) {
      if (CompactedTopic.isAbsent(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void follow(PriceTopic source, Manifest theirs) {
    if (ours == null) {
      ours = store.manifest().orElse(null);
    }
    if (!theirs.equals(ours) && unverified.mayRead(theirs)) {
      bring(source, theirs);
    }
    if (theirs.equals(ours)) {
      log.say(
          "has " + theirs.version() + theirs.hash(),
          "the store has price book version %d with %,d values%s"
              .formatted(
                  theirs.version(),
                  theirs.count(),
                  source == canary ? ", before the other stores" : ""));
    }
  }

  private void bring(PriceTopic source, Manifest theirs) {
    List<TopicValue> changes = changes(source, theirs);
    if (changes == null) {
      unverified.failed(theirs);
      log.say(
          "unverified " + theirs.version() + theirs.hash(),
          "HQ's values do not make up version %d, whose manifest is there: a publish is under way or was broken off. The store keeps version %s; reading again every %d s and at the next publish"
              .formatted(
                  theirs.version(),
                  ours == null ? "none" : Long.toString(ours.version()),
                  UnverifiedManifest.POLLS_BETWEEN_READINGS * POLL.toSeconds()));
    } else {
      store.copy(changes, theirs);
      unverified.clear();
      ours = theirs;
    }
  }

  /** What the store lacks, verified; null when HQ's topic does not add up at this moment. */
  private @Nullable List<TopicValue> changes(PriceTopic source, Manifest theirs) {
    TopicBook book = TopicBook.read(store);
    List<TopicValue> changed = new ArrayList<>();
    source.browse(ours == null ? PriceTopic.FROM_THE_START : ours.version(), changed::add);
    TopicBook brought = new TopicBook();
    brought.putAll(book.values().values());
    brought.putAll(changed);
    if (brought.isSealedBy(theirs)) {
      return changed;
    }
    TopicBook whole = TopicBook.read(source);
    return whole.isSealedBy(theirs) ? replacement(book, whole, theirs.version()) : null;
  }

  /** What turns one book into the other, all of it as changed by this version. */
  private static List<TopicValue> replacement(TopicBook old, TopicBook whole, long version) {
    List<TopicValue> replacement = new ArrayList<>();
    for (TopicValue value : whole.values().values()) {
      TopicValue present = old.values().get(value.key());
      if (present == null || !Arrays.equals(present.bytes(), value.bytes())) {
        replacement.add(new TopicValue(value.key(), version, value.bytes()));
      }
    }
    old.values().keySet().stream()
        .filter(key -> !whole.values().containsKey(key))
        .map(key -> TopicValue.of(new BookValue.Gone(key), version))
        .forEach(replacement::add);
    return replacement;
  }

  private void failed(RuntimeException problem) {
    ours = null;
    log.failed(problem, "cannot read on", "Trying every " + POLL.toSeconds() + " s");
  }

  /** Stops within a few seconds; what was not finished is done at the next start. */
  @Override
  public void close() {
    loop.close();
    all.close();
    canary.close();
    store.close();
  }
}
