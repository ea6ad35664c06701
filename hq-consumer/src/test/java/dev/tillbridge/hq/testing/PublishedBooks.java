package dev.tillbridge.hq.testing;

import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.hq.prices.PublishedVersions;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log of published versions in memory; versions may be held back, to come late. */
public final class PublishedBooks implements PublishedVersions {

  private final TreeMap<String, byte[]> book = new TreeMap<>();
  private final TreeMap<Long, Manifest> manifests = new TreeMap<>();
  private final Map<Long, List<TopicValue>> changes = new HashMap<>();
  private final Set<Long> whole = new HashSet<>();
  private long shownUpTo = Long.MAX_VALUE;

  /** Publishes these changes for all stores. */
  public Manifest publish(long version, BookValue... changed) {
    return publish(version, null, List.of(), changed);
  }

  public Manifest publish(
      long version, @Nullable String note, List<String> stores, BookValue... changed) {
    List<TopicValue> values = new ArrayList<>();
    for (BookValue value : changed) {
      TopicValue lying = TopicValue.of(value, version);
      values.add(lying);
      if (lying.gone()) {
        book.remove(lying.key());
      } else {
        book.put(lying.key(), lying.bytes());
      }
    }
    BookHash hash = new BookHash();
    book.forEach(hash::add);
    Manifest manifest =
        new Manifest(
            version,
            Instant.parse("2026-10-19T18:00:00Z").plusSeconds(version * 86_400),
            "admin",
            "GBP",
            hash.count(),
            hash.hex(),
            note,
            stores);
    manifests.put(version, manifest);
    changes.put(version, values);
    return manifest;
  }

  /** Publishes these as the whole book, as where a log begins. */
  public Manifest publishWhole(long version, BookValue... all) {
    book.clear();
    whole.add(version);
    return publish(version, all);
  }

  /** As if what this version and later ones wrote were not in the log yet. */
  public void holdBackFrom(long version) {
    shownUpTo = version - 1;
  }

  public void showAll() {
    shownUpTo = Long.MAX_VALUE;
  }

  /** As if the log had begun after this version. */
  public void forgetUpTo(long version) {
    manifests.headMap(version, true).clear();
  }

  @Override
  public List<Published> after(long version) {
    return manifests.tailMap(version, false).values().stream()
        .filter(manifest -> manifest.version() <= shownUpTo)
        .map(manifest -> new Published(manifest, whole.contains(manifest.version())))
        .toList();
  }

  @Override
  public void changes(long version, Consumer<TopicValue> reader) {
    changes.getOrDefault(version, List.of()).forEach(reader);
  }
}
