package dev.tillbridge.it.bench;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.broker.topic.PriceRelay;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import dev.tillbridge.register.pricecache.PriceCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * The way of a price book in one process, over loopback and with security: HQ's broker, a store's
 * broker with its relay, and registers' caches, each with its own connection and folder.
 */
final class PricePath implements AutoCloseable {

  private static final String STORE = "S01";
  private static final String PASSWORD = "bench";
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final PriceBookPublisher publisher;
  private final List<PriceCache> caches = new ArrayList<>();
  private final Path root;

  private PricePath(Path root, CurrencyUnit currency, int registers) throws IOException {
    this.root = root;
    List<LaneId> lanes =
        IntStream.rangeClosed(1, registers)
            .mapToObj("S01-R%02d"::formatted)
            .map(LaneId::parse)
            .toList();
    Path secrets = Files.createDirectories(root.resolve("secrets"));
    for (Object user : IntStream.range(0, registers).mapToObj(lanes::get).toList()) {
      Files.writeString(secrets.resolve(user + ".password"), PASSWORD);
    }
    Files.writeString(secrets.resolve(STORE + ".password"), PASSWORD);
    Files.writeString(secrets.resolve("publisher.password"), PASSWORD);
    Endpoint hq = new Endpoint("127.0.0.1", BenchChain.freePort());
    part(BrokerNode.start(hq(root, secrets, hq), Clock.systemUTC()));
    Endpoint store = new Endpoint("127.0.0.1", BenchChain.freePort());
    BrokerNode storeNode =
        part(BrokerNode.start(store(root, secrets, store, hq, lanes), Clock.systemUTC()));
    BrokerAccess uplink = part(BrokerAccess.tcp(hq, new Credentials(STORE, PASSWORD)));
    part(PriceRelay.start(uplink, storeNode.access()));
    for (LaneId lane : lanes) {
      BrokerAccess access =
          part(BrokerAccess.tcp(store, new Credentials(lane.toString(), PASSWORD)));
      caches.add(part(PriceCache.open(root.resolve("cache-" + lane), access, Clock.systemUTC())));
    }
    BrokerAccess publishing =
        part(BrokerAccess.patient(hq, new Credentials("publisher", PASSWORD)));
    publisher = part(new PriceBookPublisher(publishing, currency, Clock.systemUTC()));
  }

  static PricePath open(Path root, CurrencyUnit currency, int registers) throws IOException {
    return new PricePath(root, currency, registers);
  }

  /** Publishes and waits until every register rings with it. */
  void publish(List<BookValue> book) {
    switch (publisher.publish(book, "bench")) {
      case Publication.Published(Manifest manifest, int added, int changed, int gone) ->
          Waiting.until(
              "every register has version " + manifest.version(),
              LONGEST,
              () -> caches.stream().allMatch(cache -> has(cache, manifest)));
      case Publication refused -> throw new IllegalStateException(refused.toString());
    }
  }

  private static boolean has(PriceCache cache, Manifest manifest) {
    return cache.current().map(book -> book.manifest().equals(manifest)).orElse(false);
  }

  /** The first register's. */
  PriceCache cache() {
    return caches.getFirst();
  }

  /** Bytes of the first register's newest book on disk. */
  long bookBytes() throws IOException {
    try (var files = Files.list(root.resolve("cache-S01-R01"))) {
      long most = 0;
      for (Path file : files.filter(f -> f.toString().endsWith(".book")).toList()) {
        most = Math.max(most, Files.size(file));
      }
      return most;
    }
  }

  private static NodeSettings hq(Path root, Path secrets, Endpoint listen) {
    return new NodeSettings(
        Role.HQ, "HQ", root.resolve("hq"), secrets, listen, null, List.of(), List.of(STORE));
  }

  private static NodeSettings store(
      Path root, Path secrets, Endpoint listen, Endpoint hq, List<LaneId> lanes) {
    return new NodeSettings(
        Role.STORE, STORE, root.resolve("store"), secrets, listen, hq, lanes, List.of());
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
