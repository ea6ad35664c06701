package dev.tillbridge.register.shared;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.shared.SharedRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What HQ told all lanes, looked up at once and without the link. Thread-safe.
 *
 * <p>It keeps the newest {@value #DOCUMENTS_MAX} documents, {@value #CUSTOMERS_MAX} customers and
 * {@value #VALUES_MAX} stored values; what is older is as if HQ had never told it.
 */
public final class SharedRecords {

  public static final int DOCUMENTS_MAX = 5_000;
  public static final int CUSTOMERS_MAX = 50_000;
  public static final int VALUES_MAX = 50_000;

  /** How often it is written down that there was nothing new. */
  private static final Duration AS_OF_SAVED_EVERY = Duration.ofMinutes(1);

  private final LaneId here;
  private final SharedSource source;
  private final SharedFile file;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final NewestRecords<SharedRecord.OfDocument> documents =
      new NewestRecords<>(DOCUMENTS_MAX);
  private final NewestRecords<SharedRecord.OfCustomer> customers =
      new NewestRecords<>(CUSTOMERS_MAX);
  private final NewestRecords<SharedRecord.OfStoredValue> values = new NewestRecords<>(VALUES_MAX);

  /** The key of a customer by each of their ids. */
  private final Map<String, String> people = new ConcurrentHashMap<>();

  private long cursor;
  private Instant savedAsOf = Instant.MIN;
  private volatile @Nullable Instant asOf;

  /** With what the file has. */
  public SharedRecords(LaneId here, SharedSource source, SharedFile file, Clock clock) {
    this.here = here;
    this.source = source;
    this.file = file;
    this.clock = clock;
    SharedFile.Kept kept = file.load();
    kept.records().forEach(each -> put(each, new HashSet<>()));
    this.cursor = kept.cursor();
    this.asOf = kept.asOf();
  }

  /** One that nobody tells anything. */
  public static SharedRecords none(LaneId here, Clock clock) {
    return new SharedRecords(here, SharedSource.NONE, SharedFile.NONE, clock);
  }

  /** Calls it after something changed, on the thread that read it. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Reads what is new.
   *
   * @throws RuntimeException when the source cannot be read; nothing is lost by reading again
   */
  public void read() {
    if (readNew()) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean readNew() {
    Map<String, Versioned> changed = new HashMap<>();
    source.changedAfter(
        cursor,
        (version, record) ->
            changed.merge(
                record.key(),
                new Versioned(version, record),
                (a, b) -> a.version() >= b.version() ? a : b));
    Instant now = clock.instant();
    long through =
        Math.max(cursor, changed.values().stream().mapToLong(Versioned::version).max().orElse(0));
    Set<String> gone = new HashSet<>();
    changed.values().forEach(each -> put(each, gone));
    if (!changed.isEmpty() || savedAsOf.isBefore(now.minus(AS_OF_SAVED_EVERY))) {
      file.save(changed.values(), gone, through, now);
      savedAsOf = now;
    }
    cursor = through;
    asOf = now;
    return !changed.isEmpty();
  }

  private void put(Versioned told, Set<String> gone) {
    switch (told.record()) {
      case SharedRecord.OfDocument document ->
          documents.put(told, document).forEach(each -> gone.add(each.key()));
      case SharedRecord.OfStoredValue value ->
          values.put(told, value).forEach(each -> gone.add(each.key()));
      case SharedRecord.OfCustomer customer -> {
        for (SharedRecord.OfCustomer old : customers.put(told, customer)) {
          gone.add(old.key());
          old.ids().forEach(id -> people.remove(id, old.key()));
        }
        customer.ids().forEach(id -> people.put(id, told.key()));
      }
    }
  }

  /** When this was last known to be all that HQ had told; null when it never was. */
  public @Nullable Instant asOf() {
    return asOf;
  }

  /** What HQ said of a document, open or not. */
  public Optional<SharedRecord.OfDocument> document(String number) {
    return documents.find("document " + number);
  }

  /** Open documents that other lanes have, those told last first. */
  public List<SharedRecord.OfDocument> openElsewhere() {
    return documents.all().stream()
        .filter(each -> each.document().isOpen() && !each.at().equals(here))
        .toList();
  }

  /** Everybody, those told last first; who was joined to another person is not among them. */
  public List<SharedRecord.OfCustomer> customers() {
    return customers.all().stream().filter(each -> !each.ids().isEmpty()).toList();
  }

  /** The person who has this id, under whichever id they are known now. */
  public Optional<SharedRecord.OfCustomer> customer(String id) {
    return Optional.ofNullable(people.get(id))
        .flatMap(customers::find)
        .filter(each -> each.ids().contains(id));
  }

  /** What was left on a stored value when HQ last said so. */
  public Optional<SharedRecord.OfStoredValue> storedValue(String number) {
    return values.find("value " + number);
  }

  /** How many there are of each kind: documents, customers, stored values. */
  public List<Integer> sizes() {
    return List.of(documents.size(), customers.size(), values.size());
  }
}
