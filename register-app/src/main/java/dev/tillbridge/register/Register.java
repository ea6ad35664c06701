package dev.tillbridge.register;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.delivery.DeliveryParts;
import dev.tillbridge.broker.delivery.RegisterDelivery;
import dev.tillbridge.broker.inquiry.Answering;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.shared.SharedTopic;
import dev.tillbridge.devices.javapos.JavaPosPeripherals;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.customer.SwipeCard;
import dev.tillbridge.register.document.DocumentAnswers;
import dev.tillbridge.register.elsewhere.BrokerLine;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Line;
import dev.tillbridge.register.favourites.Favourites;
import dev.tillbridge.register.favourites.FavouritesFile;
import dev.tillbridge.register.favourites.SoldMost;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneParts;
import dev.tillbridge.register.lane.LaneProfile;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.openticket.OpenTicketFile;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.pricecache.PriceCache;
import dev.tillbridge.register.pricecache.PriceCacheStatus;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.screen.Desks;
import dev.tillbridge.register.screen.RegisterScreen;
import dev.tillbridge.register.screen.ScreenParts;
import dev.tillbridge.register.search.ItemSearch;
import dev.tillbridge.register.shared.MapDbSharedFile;
import dev.tillbridge.register.shared.SharedReading;
import dev.tillbridge.register.shared.SharedRecords;
import dev.tillbridge.register.statecache.MapDbStateCache;
import dev.tillbridge.register.ticket.SavedTicket;
import dev.tillbridge.register.weighing.ScaleDesk;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.signon.PasswordHash;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running register: broker, devices, price book, lane and screen. */
public final class Register implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Register.class);
  private static final Duration STATE_SAVED_EVERY = Duration.ofSeconds(2);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private @Nullable Lane lane;
  private @Nullable RegisterScreen screen;

  private Register() {}

  /**
   * Starts everything; ready to ring when it returns, link or no link.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting when a setting, a file or a port
   *     cannot be used; nothing is left running
   */
  public static Register start(RegisterSettings settings, Clock clock) {
    Register register = new Register();
    boolean ready = false;
    try {
      register.startParts(settings, clock);
      ready = true;
      return register;
    } catch (IOException e) {
      throw new IllegalStateException(
          "The register cannot use its data directory "
              + settings.node().dataDir()
              + ": "
              + e.getMessage(),
          e);
    } finally {
      if (!ready) {
        register.close();
      }
    }
  }

  private void startParts(RegisterSettings settings, Clock clock) throws IOException {
    Operators operators = operators(settings.operators());
    Endpoint store = Objects.requireNonNull(settings.node().uplink(), "a register has an uplink");
    LaneId id = settings.node().lane();

    Path own = settings.node().dataDir().resolve("lane");
    Path jposXml = jposXml(settings, own);
    // Devices answer while the broker starts; neither needs the other.
    CompletableFuture<JavaPosPeripherals> opening =
        CompletableFuture.supplyAsync(
            () -> JavaPosPeripherals.open(jposXml, id),
            task -> Thread.ofPlatform().name("devices").start(task));
    closeLater(() -> opening.join().close());
    BrokerNode node = closeLater(BrokerNode.start(settings.node(), clock));
    Link link = node.link().orElseThrow();

    BrokerAccess access = closeLater(BrokerAccess.tcp(store, settings.node().uplinkCredentials()));
    OpenTicketFile openTicket = new OpenTicketFile(own, clock);
    PriceCache prices =
        closeLater(
            PriceCache.open(
                settings.node().dataDir().resolve("prices"),
                access,
                clock,
                bookOf(openTicket.load())));

    RegisterDelivery delivery = closeLater(node.startDelivery(() -> health(prices.status())));

    Peripherals devices = opening.join();
    MapDbStateCache states = closeLater(new MapDbStateCache(own, STATE_SAVED_EVERY));
    lane =
        closeLater(
            new Lane(
                new LaneParts(
                    node.journal(),
                    states,
                    openTicket,
                    prices,
                    operators,
                    (pin, hash) -> PasswordHash.parse(hash).verify(pin),
                    devices,
                    delivery::status,
                    clock),
                profile(settings)));
    Lane till = lane;
    delivery.onCheckpointDue(() -> Thread.ofPlatform().name("checkpoint").start(till::checkpoint));
    ItemSearch search = closeLater(ItemSearch.start(prices::current));
    prices.onSwitch(book -> till.priceBookChanged());
    prices.onSwitch(book -> search.bookChanged());
    ScaleDesk scale = new ScaleDesk(till, prices, devices);
    devices.onScan(code -> scale.scan(Scan.of(code)));

    CardDesk cards =
        closeLater(
            CardDesk.start(
                till, devices.cardTerminal(), () -> id + "-" + UUID.randomUUID(), clock));

    Elsewhere elsewhere = elsewhere(settings.node(), access, till, clock);
    SharedTopic topic = closeLater(new SharedTopic(access));
    SharedRecords shared =
        new SharedRecords(
            id,
            (version, told) ->
                topic.browse(version, each -> told.accept(each.version(), each.what())),
            new MapDbSharedFile(own),
            clock);
    Errands errands = closeLater(Errands.start());
    Desks desks =
        Desks.of(
            till,
            node.journal(),
            () -> delivery.status().atHq(),
            elsewhere,
            shared,
            errands,
            clock);
    closeLater(SharedReading.start(shared));
    devices.onSwipe(swipe -> till.carryOut(new SwipeCard(swipe, desks.customers())));
    DocumentAnswers answers = new DocumentAnswers(till, shared);
    RegisterMetrics metrics = new RegisterMetrics(node, delivery, till, prices, elsewhere);
    metrics.bind(closeLater(Answering.at(access, new Addressee.Lane(id), answers)), "store");
    metrics.bind(closeLater(Answering.at(node.access(), new Addressee.Lane(id), answers)), "own");

    screen =
        closeLater(
            RegisterScreen.start(
                settings.web(),
                new ScreenParts(
                    till,
                    link,
                    delivery::status,
                    node.journal(),
                    SimulatedJposXml.isAllSimulated(jposXml, id) ? SimulatedDevices.of(id) : null,
                    settings.storeName(),
                    node.sealedWith().fingerprint(),
                    clock,
                    settings.zone(),
                    new SecureRandom(),
                    metrics::page,
                    Words.in(settings.language(), settings.locale()),
                    prices,
                    search,
                    favourites(settings.favourites(), node.journal(), till),
                    cards,
                    scale,
                    desks)));
  }

  /** The store's broker, and the neighbour's own for when that is away. */
  private Elsewhere elsewhere(NodeSettings node, BrokerAccess store, Lane till, Clock clock) {
    Map<LaneId, Line> neighbours = new HashMap<>();
    Neighbourhood.Keeper keeper = node.neighbourhood().keeper();
    if (keeper != null) {
      BrokerAccess its = closeLater(node.atKeeper().orElseThrow());
      neighbours.put(keeper.lane(), closeLater(new BrokerLine(its, node.lane(), till::isTraining)));
    }
    return new Elsewhere(
        closeLater(new BrokerLine(store, node.lane(), till::isTraining)), neighbours, clock);
  }

  private static Favourites favourites(@Nullable Path file, Journal journal, Lane lane) {
    if (file != null) {
      return Favourites.of(FavouritesFile.read(file));
    }
    SoldMost soldMost = new SoldMost();
    lane.onChange(soldMost::changed);
    Thread.ofPlatform().name("sold-most").daemon().start(() -> soldMost.readFrom(journal));
    return Favourites.of(soldMost);
  }

  private static OptionalLong bookOf(Optional<SavedTicket> saved) {
    return saved
        .map(SavedTicket::ticket)
        .filter(ticket -> ticket.hasLines())
        .map(ticket -> OptionalLong.of(ticket.priceBook()))
        .orElse(OptionalLong.empty());
  }

  private static DeliveryParts.BookHealth health(PriceCacheStatus status) {
    Manifest manifest = status.manifest();
    return new DeliveryParts.BookHealth(
        manifest == null ? null : manifest.version(), status.since(), status.problem());
  }

  private static Operators operators(Path file) {
    People people = People.read(file, Set.of(Role.CLERK, Role.SUPERVISOR, Role.MANAGER));
    return new Operators(
        people.all().stream()
            .map(person ->
                new Operator(
                    person.id(), person.name(), role(person.role()), people.secretHash(person)))
            .toList());
  }

  private static OperatorRole role(Role role) {
    return switch (role) {
      case MANAGER -> OperatorRole.MANAGER;
      case SUPERVISOR -> OperatorRole.SUPERVISOR;
      default -> OperatorRole.CLERK; // the file was read for these three
    };
  }

  private static Path jposXml(RegisterSettings settings, Path own) {
    Path given = settings.jposXml();
    if (given != null) {
      return given;
    }
    Path simulated = own.resolve("devices").resolve("jpos.xml");
    SimulatedJposXml.write(simulated, settings.node().lane(), own.resolve("devices"));
    return simulated;
  }

  private static LaneProfile profile(RegisterSettings settings) {
    return new LaneProfile(
        settings.currency(),
        settings.zone(),
        new ReceiptLayout(
            settings.receiptTop(),
            settings.zone(),
            Words.in(settings.language(), settings.locale())),
        settings.discountLimits(),
        settings.tenders(),
        settings.firstTicket(),
        settings.firstSession(),
        settings.documents());
  }

  private <T extends AutoCloseable> T closeLater(T part) {
    started.push(part);
    return part;
  }

  public Lane lane() {
    return Objects.requireNonNull(lane, "started");
  }

  /** Where its screen is. */
  public String url() {
    return Objects.requireNonNull(screen, "started").url();
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e, e);
      }
    }
  }
}
