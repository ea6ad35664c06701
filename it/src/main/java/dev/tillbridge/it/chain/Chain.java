package dev.tillbridge.it.chain;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.process.Program;
import dev.tillbridge.it.process.Recipe;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** The chain's programs and links. Started once; its programs can be killed and started again. */
public final class Chain implements AutoCloseable {

  /** What a register runs. */
  public static final String REGISTER_MAIN = "dev.tillbridge.register.Main";

  private static final Duration READY_WAIT_MAX = Duration.ofSeconds(180);
  private static final Duration PUBLISH_WAIT_MAX = Duration.ofSeconds(60);
  private static final int HQ_HEAP_MIB = 512;
  private static final int STORE_HEAP_MIB = 256;
  private static final int REGISTER_HEAP_MIB = 256;

  private final ChainFolder folder;
  private final Ports ports;
  private final SignOns signOns;
  private final Program hq;
  private final Program store;
  private final List<Program> registers;
  private final Program priceDesk;
  private final List<LinkCutter> links = new ArrayList<>();

  private Chain(ChainFolder folder, Ports ports, SignOns signOns, String registerMain) {
    this.folder = folder;
    this.ports = ports;
    this.signOns = signOns;
    this.hq = program("HQ", "hq", "dev.tillbridge.hq.Main", folder.hqSettings(), HQ_HEAP_MIB);
    this.store =
        program(
            "store server " + ChainFolder.STORE,
            "store",
            "dev.tillbridge.broker.store.Main",
            folder.storeSettings(),
            STORE_HEAP_MIB);
    this.priceDesk =
        new Program(
            new Recipe(
                "price desk",
                "dev.tillbridge.pricebook.Main",
                List.of("serve", "--config", folder.hqSettings().toString()),
                folder.log("price-desk"),
                STORE_HEAP_MIB));
    this.registers =
        registerIds(ports).stream()
            .map(register ->
                program(
                    "register " + ChainFolder.lane(register),
                    "register-" + register,
                    registerMain,
                    folder.registerSettings(register),
                    REGISTER_HEAP_MIB))
            .toList();
  }

  /**
   * Writes settings, secrets and people into the folder; starts nothing.
   *
   * @param receiptLineTime what the simulated printers take for a line
   */
  public static Chain provision(
      Path folder, Ports ports, Duration receiptLineTime, SecureRandom random) {
    return provision(folder, ports, ports, REGISTER_MAIN, receiptLineTime, random);
  }

  /**
   * The same with other settings and another program at the registers.
   *
   * @param placement what the settings say beside the ports
   * @param registerMain main class that takes a register's settings file
   */
  public static Chain provision(
      Path folder,
      Ports ports,
      Placement placement,
      String registerMain,
      Duration receiptLineTime,
      SecureRandom random) {
    ChainFolder chain = new ChainFolder(folder);
    SignOns signOns =
        new Provisioning(chain, registerIds(ports), placement, receiptLineTime, random).write();
    return new Chain(chain, ports, signOns, registerMain);
  }

  private static List<String> registerIds(Ports ports) {
    return IntStream.range(0, ports.registers().size()).mapToObj(ChainFolder::register).toList();
  }

  /** Opens the links, starts all programs at once, and returns when all are ready. */
  public void start() {
    openLinks();
    programs().forEach(Program::launch);
    programs().forEach(program -> program.awaitReady(READY_WAIT_MAX));
  }

  /** The same without the registers. */
  public void startAbove() {
    openLinks();
    List<Program> above = List.of(hq, store);
    above.forEach(Program::launch);
    above.forEach(program -> program.awaitReady(READY_WAIT_MAX));
  }

  /** Starts the price-book admin's desk beside a running HQ and returns when it is ready. */
  public void startPriceDesk() {
    priceDesk.launch();
    priceDesk.awaitReady(READY_WAIT_MAX);
  }

  private void openLinks() {
    links.add(LinkCutter.open(ChainFolder.STORE + " -> HQ", ports.storeLink(), ports.hqBroker()));
    for (int i = 0; i < ports.registers().size(); i++) {
      links.add(
          LinkCutter.open(
              ChainFolder.lane(ChainFolder.register(i)) + " -> " + ChainFolder.STORE,
              ports.registers().get(i).link(),
              ports.storeBroker()));
    }
  }

  /** Starts a killed program again and returns when it is ready. */
  public void startAgain(Program program) {
    program.launch();
    program.awaitReady(READY_WAIT_MAX);
  }

  /**
   * Publishes a price book at HQ.
   *
   * @param taxOptions the publisher's options that name the tax categories
   */
  public void publish(Path priceBook, String... taxOptions) {
    List<String> arguments = new ArrayList<>();
    arguments.add("publish");
    arguments.add(priceBook.toAbsolutePath().toString());
    arguments.addAll(List.of(taxOptions));
    pricebook(arguments.toArray(String[]::new));
  }

  /**
   * Publishes a price book at HQ.
   *
   * @param admin who does
   */
  public void publish(List<BookValue> book, String admin) {
    NodeSettings settings = NodeSettings.hq(Settings.read(folder.hqSettings()));
    Endpoint broker = Objects.requireNonNull(settings.listen(), "HQ listens");
    try (BrokerAccess access = BrokerAccess.patient(broker, settings.credentials("publisher"));
        PriceBookPublisher publisher =
            new PriceBookPublisher(access, CurrencyUnit.GBP, Clock.systemUTC())) {
      Publication publication = publisher.publish(book, admin);
      if (!(publication instanceof Publication.Published)) {
        throw new IllegalStateException("The price book was not published: " + publication);
      }
    }
  }

  /**
   * Runs a price-book command at HQ to its end and answers with what it printed.
   *
   * @param arguments without {@code --config}
   * @throws dev.tillbridge.it.process.StartFailed when it ends with another code than 0
   */
  public String pricebook(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", folder.hqSettings().toString()));
    return new Program(
            new Recipe(
                "price-book command",
                "dev.tillbridge.pricebook.Main",
                all,
                folder.log("pricebook"),
                STORE_HEAP_MIB))
        .runToEnd(PUBLISH_WAIT_MAX);
  }

  public ChainFolder folder() {
    return folder;
  }

  public SignOns signOns() {
    return signOns;
  }

  public Program hq() {
    return hq;
  }

  public Program store() {
    return store;
  }

  /** Not among {@link #programs()}: a chain runs without it. */
  public Program priceDesk() {
    return priceDesk;
  }

  public List<Program> registers() {
    return registers;
  }

  /** All programs, from HQ down. */
  public List<Program> programs() {
    return Stream.concat(Stream.of(hq, store), registers.stream()).toList();
  }

  /** All links: store to HQ, then one for each register. */
  public List<LinkCutter> links() {
    return List.copyOf(links);
  }

  /** The registers' links to the store. */
  public List<LinkCutter> registerLinks() {
    return List.copyOf(links.subList(1, links.size()));
  }

  /** HQ's page. */
  public URI hqPage() {
    return page(ports.hqWeb());
  }

  /** The price-book admin's page. */
  public URI priceDeskPage() {
    return page(ports.priceDesk());
  }

  /** The registers' pages, in the order of {@link #registers()}. */
  public List<URI> registerPages() {
    return ports.registers().stream().map(register -> page(register.web())).toList();
  }

  private static URI page(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  private Program program(String name, String log, String mainClass, Path settings, int heapMiB) {
    return new Program(
        new Recipe(name, mainClass, List.of(settings.toString()), folder.log(log), heapMiB));
  }

  /** Stops everything, from the registers up, so that what can still be delivered is. */
  @Override
  public void close() {
    priceDesk.stop();
    programs().reversed().parallelStream().forEach(Program::stop);
    links.forEach(LinkCutter::close);
  }
}
