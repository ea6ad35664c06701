package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Copies HQ's price topic to the store's, version by version.
 *
 * <p>Reads HQ's manifest each second. A newer book is put together from the store's values and
 * those changed since, verified, and only then written, values and manifest in one transaction: the
 * store holds the old book or the new one whenever this process is killed. What does not verify (a
 * publish under way, a topic that was reset) is read again in full.
 */
public final class PriceRelay implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final PriceTopic hq;
  private final PriceTopic store;
  private final UnverifiedManifest unverified = new UnverifiedManifest();
  private final RelayLog log =
      new RelayLog(LoggerFactory.getLogger(PriceRelay.class), "Price relay");
  private final PollLoop loop;
  private @Nullable Manifest ours;

  private PriceRelay(BrokerAccess hq, BrokerAccess store) {
    this.hq = new PriceTopic(hq);
    this.store = new PriceTopic(store);
    this.loop = PollLoop.start("price-relay", POLL, this::poll, this::failed);
  }

  /** Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay. */
  public static PriceRelay start(BrokerAccess hq, BrokerAccess store) {
    return new PriceRelay(hq, store);
  }

  private void poll() {
    Optional<Manifest> published = hq.manifest();
    if (published.isEmpty()) {
      log.say(
          "waiting", "HQ has published no price book yet; asking every " + POLL.toSeconds() + " s");
      return;
    }
    Manifest theirs = published.get();
    if (ours == null) {
      ours = store.manifest().orElse(null);
    }
    if (!theirs.equals(ours) && unverified.mayRead(theirs)) {
      bring(theirs);
    }
    if (theirs.equals(ours)) {
      log.say(
          "has " + theirs.version() + theirs.hash(),
          "the store has price book version %d with %,d values"
              .formatted(theirs.version(), theirs.count()));
    }
  }

  private void bring(Manifest theirs) {
    List<TopicValue> changes = changes(theirs);
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
  private @Nullable List<TopicValue> changes(Manifest theirs) {
    TopicBook book = TopicBook.read(store);
    List<TopicValue> changed = new ArrayList<>();
    hq.browse(ours == null ? PriceTopic.FROM_THE_START : ours.version(), changed::add);
    TopicBook brought = new TopicBook();
    brought.putAll(book.values().values());
    brought.putAll(changed);
    if (brought.isSealedBy(theirs)) {
      return changed;
    }
    TopicBook all = TopicBook.read(hq);
    if (!all.isSealedBy(theirs)) {
      return null;
    }
    List<TopicValue> replacement = new ArrayList<>(all.values().values());
    book.values().keySet().stream()
        .filter(key -> !all.values().containsKey(key))
        .map(key -> TopicValue.of(new BookValue.Gone(key), theirs.version()))
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
    hq.close();
    store.close();
  }
}
