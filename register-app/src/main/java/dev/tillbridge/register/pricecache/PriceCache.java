package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.UnverifiedManifest;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.pricing.RingingBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest verified price book of this register, kept up to date in the background.
 *
 * <p>Opens with the last book on disk, link or no link. Asks the store's topic each second; a newer
 * version is put together from the own book and the values changed since, verified against its
 * manifest, written beside the old one and switched to at once. Any thread may ask for the book; a
 * book stays readable until two switches later, so ask again for each lookup. The one an open
 * ticket holds stays readable, and its file on disk, until the ticket lets it go.
 */
public final class PriceCache implements PriceBooks, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PriceCache.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final BookFolder folder;
  private final PriceTopic topic;
  private final Clock clock;
  private final UnverifiedManifest unverified = new UnverifiedManifest();
  private final List<Consumer<PriceBook>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable MappedBook current;
  private volatile @Nullable Instant since;
  private volatile @Nullable Instant checkedAt;
  private volatile @Nullable String problem;
  private volatile boolean someMayGo;
  private final Object inUse = new Object(); // guards what is mapped; held for moments only
  private @Nullable MappedBook previous;
  private @Nullable MappedBook held;
  private @Nullable PollLoop loop;

  private PriceCache(Path dir, BrokerAccess store, Clock clock) {
    this.folder = new BookFolder(dir);
    this.topic = new PriceTopic(store);
    this.clock = clock;
  }

  /** Opens the last book in the folder and starts to follow the store's topic. */
  public static PriceCache open(Path dir, BrokerAccess store, Clock clock) {
    return open(dir, store, clock, OptionalLong.empty());
  }

  /**
   * The same with an open ticket that was begun before the start.
   *
   * @param openTicket version of its price book, which is held from the beginning if it is here
   */
  public static PriceCache open(
      Path dir, BrokerAccess store, Clock clock, OptionalLong openTicket) {
    PriceCache cache = new PriceCache(dir, store, clock);
    MappedBook newest = cache.folder.newest().orElse(null);
    cache.current = newest;
    cache.since = newest == null ? null : cache.folder.takenAt(newest.seal()).orElse(null);
    openTicket.ifPresent(cache::holdFromDisk);
    cache.loop = PollLoop.start("price-cache", POLL, cache::poll, cache::failed);
    return cache;
  }

  private void holdFromDisk(long version) {
    if (hold(version).isEmpty()) {
      held = folder.version(version).orElse(null);
    }
  }

  /** The book to ring with, absent on a register that never had one. */
  @Override
  public Optional<RingingBook> current() {
    return Optional.ofNullable(current);
  }

  @Override
  public Optional<RingingBook> hold(long version) {
    synchronized (inUse) {
      MappedBook before = held;
      if (!canBeHeld(before, version)) {
        held =
            canBeHeld(current, version) ? current : canBeHeld(previous, version) ? previous : null;
        closeUnused(before);
      }
      return Optional.ofNullable(held);
    }
  }

  private static boolean canBeHeld(@Nullable MappedBook book, long version) {
    return book != null && book.version() == version && !book.isDamaged();
  }

  @Override
  public void letGo() {
    synchronized (inUse) {
      MappedBook before = held;
      held = null;
      closeUnused(before);
    }
  }

  private void closeUnused(@Nullable MappedBook book) {
    if (book != null && book != current && book != previous && book != held) {
      book.close();
      someMayGo = true;
    }
  }

  /** Never on the lane's thread: files are removed here. */
  private void removeOld() {
    MappedBook ofTicket;
    synchronized (inUse) {
      ofTicket = held;
    }
    folder.removeOld(ofTicket == null ? null : ofTicket.seal());
  }

  /** What to show about it. */
  public PriceCacheStatus status() {
    MappedBook book = current;
    Manifest manifest = book == null ? null : book.manifest();
    return new PriceCacheStatus(
        manifest,
        manifest == null ? null : Duration.between(manifest.publishedAt(), clock.instant()),
        book == null ? 0 : book.seal().items(),
        since,
        checkedAt,
        problem);
  }

  /** Calls the listener after each switch, on the cache's own thread. */
  public void onSwitch(Consumer<PriceBook> listener) {
    listeners.add(listener);
  }

  private void poll() {
    if (someMayGo) {
      someMayGo = false;
      removeOld();
    }
    Optional<Manifest> published = topic.manifest();
    checkedAt = clock.instant();
    MappedBook book = current;
    MappedBook base = book == null || book.isDamaged() ? null : book;
    if (published.isEmpty()) {
      tell(book == null ? "The store has no price book yet." : null);
    } else if (base != null && base.manifest().equals(published.get())) {
      tell(null);
    } else if (unverified.mayRead(published.get())) {
      bring(base, published.get());
    }
  }

  private void bring(@Nullable MappedBook base, Manifest published) {
    Inspection inspection = new Inspection.Unsound("nothing was read");
    Iterable<Map.Entry<String, byte[]>> values = List.of();
    if (base != null && base.manifest().version() < published.version()) {
      values = new MergedValues(base.values(), changedAfter(base.manifest().version()));
      inspection = Inspection.of(values, published);
    }
    if (inspection instanceof Inspection.Unsound) {
      values = new MergedValues(List.of(), changedAfter(PriceTopic.FROM_THE_START));
      inspection = Inspection.of(values, published);
    }
    switch (inspection) {
      case Inspection.Sound sound -> write(new BookDraft(published, values, sound));
      case Inspection.Unsound(String reason) -> {
        unverified.failed(published);
        tell(
            "Price book version %d cannot be taken yet: %s. Ringing goes on with %s; it is read again."
                .formatted(published.version(), reason, name(current)));
      }
    }
  }

  private SortedMap<String, TopicValue> changedAfter(long version) {
    SortedMap<String, TopicValue> changed = new TreeMap<>();
    topic.browse(version, value -> changed.put(value.key(), value));
    return changed;
  }

  private void write(BookDraft draft) {
    MappedBook old = current;
    try {
      switchTo(folder.write(draft, old == null ? 1 : old.seal().generation() + 1));
    } catch (IOException | RuntimeException e) {
      unverified.failed(draft.manifest());
      tell(
          "Price book version %d could not be written: %s. Ringing goes on with %s; it is tried again."
              .formatted(draft.manifest().version(), e.getMessage(), name(old)));
    }
  }

  private void switchTo(MappedBook book) {
    MappedBook replaced;
    synchronized (inUse) {
      MappedBook unused = previous;
      replaced = current;
      current = book;
      previous = replaced;
      closeUnused(unused);
    }
    since = clock.instant();
    if (replaced != null && replaced.isDamaged()) {
      folder.remove(replaced.seal());
    }
    removeOld();
    unverified.clear();
    problem = null;
    LOG.info(
        "Ringing with {}, published {} by {}, {} items; before: {}.",
        name(book),
        book.manifest().publishedAt(),
        book.manifest().publishedBy(),
        book.seal().items(),
        name(replaced));
    listeners.forEach(listener -> listener.accept(book));
  }

  private void failed(RuntimeException e) {
    if (e instanceof BrokerUnreachable) {
      tell("The store's price book cannot be read: " + e.getMessage());
    } else if (tell("The newest price book cannot be taken: " + e.getMessage())) {
      LOG.error("The newest price book cannot be taken; trying again.", e);
    }
  }

  private boolean tell(@Nullable String newProblem) {
    boolean changed = newProblem != null && !newProblem.equals(problem);
    problem = newProblem;
    if (changed) {
      LOG.warn("{}", newProblem);
    }
    return changed;
  }

  private static String name(@Nullable MappedBook book) {
    return book == null ? "no price book" : "price book version " + book.manifest().version();
  }

  /** Stops following and closes the files; nobody may look up any more. */
  @Override
  public void close() {
    PollLoop running = loop;
    if (running != null) {
      running.close();
    }
    topic.close();
    synchronized (inUse) {
      Set<MappedBook> mapped = Collections.newSetFromMap(new IdentityHashMap<>());
      for (MappedBook book : new @Nullable MappedBook[] {current, previous, held}) {
        if (book != null) {
          mapped.add(book);
        }
      }
      current = null;
      previous = null;
      held = null;
      mapped.forEach(MappedBook::close);
    }
  }
}
