package dev.tillbridge.it.chain;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.topic.PriceRelay;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.process.Program;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * A register as a process of its own, a link that can be cut, and above it HQ's and the store's
 * brokers in this process, with security and the price topic but without HQ's books: for what
 * happens in front of the clerk.
 */
public final class OneRegister implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Chain chain;
  private final LinkCutter link;
  private final PriceBookPublisher publisher;

  private OneRegister(Path root, SecureRandom random) {
    Ports ports = Ports.free(random);
    chain = part(Chain.provision(root, ports, Duration.ZERO, random));
    withoutNeighbour(chain.folder().registerSettings(ChainFolder.register(0)));
    NodeSettings hq = NodeSettings.hq(Settings.read(chain.folder().hqSettings()));
    NodeSettings store = NodeSettings.store(Settings.read(chain.folder().storeSettings()));
    Endpoint listen = Objects.requireNonNull(hq.listen(), "HQ listens");
    part(BrokerNode.start(hq, Clock.systemUTC()));
    part(LinkCutter.open(ChainFolder.STORE + " -> HQ", ports.storeLink(), ports.hqBroker()));
    BrokerNode node = part(BrokerNode.start(store, Clock.systemUTC()));
    BrokerAccess above = part(BrokerAccess.tcp(listen, store.uplinkCredentials()));
    part(PriceRelay.start(above, node.access(), store.name()));
    link =
        part(
            LinkCutter.open(
                "register -> " + ChainFolder.STORE,
                ports.registers().getFirst().link(),
                ports.storeBroker()));
    BrokerAccess publishing = part(BrokerAccess.patient(listen, hq.credentials("publisher")));
    publisher = part(new PriceBookPublisher(publishing, CurrencyUnit.GBP, Clock.systemUTC()));
  }

  /** With the brokers running; the register is not started yet. */
  public static OneRegister below(Path root, SecureRandom random) {
    return new OneRegister(root, random);
  }

  /** The other register is not started, so there is nobody to copy entries to. */
  private static void withoutNeighbour(Path settings) {
    try {
      Files.write(
          settings,
          Files.readAllLines(settings).stream()
              .filter(line -> !line.startsWith("neighbour."))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot change " + settings, e);
    }
  }

  public void publish(List<BookValue> book) {
    Publication publication = publisher.publish(book, "it");
    if (!(publication instanceof Publication.Published)) {
      throw new IllegalStateException("The price book was not published: " + publication);
    }
  }

  public Program register() {
    return chain.registers().getFirst();
  }

  /** The register's page. */
  public URI page() {
    return chain.registerPages().getFirst();
  }

  public LinkCutter link() {
    return link;
  }

  public SignOns signOns() {
    return chain.signOns();
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    register().stop();
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException(
            part.getClass().getSimpleName() + " did not close: " + e.getMessage(), e);
      }
    }
  }
}
