package dev.tillbridge.it.chain;

import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.screens.signon.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes what the programs of a chain need to start: settings anew each time, because ports may
 * have changed; secrets and people once.
 */
public final class Provisioning {

  private final ChainFolder folder;
  private final List<String> registers;
  private final Placement placement;
  private final Duration receiptLineTime;
  private final SecureRandom random;
  private final Secrets secrets;

  /**
   * @param receiptLineTime what the simulated printers take for a line
   */
  public Provisioning(
      ChainFolder folder, Placement placement, Duration receiptLineTime, SecureRandom random) {
    this(folder, ChainFolder.REGISTERS, placement, receiptLineTime, random);
  }

  /**
   * @param registers ids of the store's registers
   */
  Provisioning(
      ChainFolder folder,
      List<String> registers,
      Placement placement,
      Duration receiptLineTime,
      SecureRandom random) {
    this.folder = folder;
    this.registers = List.copyOf(registers);
    this.placement = placement;
    this.receiptLineTime = receiptLineTime;
    this.random = random;
    this.secrets = new Secrets(random);
  }

  /** Writes everything, and tells who can sign on. */
  public SignOns write() {
    try {
      Path signOn = folder.peoplesSecrets();
      SignOns people =
          new SignOns(
              new SignOns.Person("101", "Anna", secrets.pin(signOn.resolve("101.pin"))),
              new SignOns.Person("201", "Mara", secrets.pin(signOn.resolve("201.pin"))),
              new SignOns.Person(
                  "olga", "Olga", secrets.readablePassword(signOn.resolve("olga.password"))),
              new SignOns.Person(
                  "mara", "Mara", secrets.readablePassword(signOn.resolve("mara.password"))),
              new SignOns.Person(
                  "pavla", "Pavla", secrets.readablePassword(signOn.resolve("pavla.password"))),
              new SignOns.Person(
                  "ivo", "Ivo", secrets.readablePassword(signOn.resolve("ivo.password"))));
      writeHq(people);
      writeStore();
      for (String register : registers) {
        writeRegister(register, people);
      }
      return people;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the demo's data folder " + folder.root() + ": " + e.getMessage() + ".", e);
    }
  }

  private void writeHq(SignOns people) throws IOException {
    Path home = folder.hqFolder();
    Path accountants = home.resolve("accountants.properties");
    if (!Files.exists(accountants)) {
      Secrets.write(
          accountants,
          person(people.accountant(), "accountant", "password")
              + person(people.hqManager(), "manager", "password"));
    }
    Path priceAdmins = home.resolve("price-admins.properties");
    if (!Files.exists(priceAdmins)) {
      Secrets.write(
          priceAdmins,
          person(people.priceAdmin(), "price-admin", "password")
              + person(people.secondPriceAdmin(), "price-admin", "password"));
    }
    shipMappings(home.resolve("mappings"));
    secrets.password(home.resolve("secrets/publisher.password"));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    settings.put("stores", ChainFolder.STORE);
    settings.put("time.zone", "Europe/London");
    settings.put("currency", "GBP");
    settings.put("accountants.file", "accountants.properties");
    settings.put("pricebook.admins.file", "price-admins.properties");
    settings.putAll(new TreeMap<>(placement.hq()));
    writeSettings(folder.hqSettings(), settings);
    share(home, folder.storeFolder(), ChainFolder.STORE);
  }

  /** The mappings that come with the project, for the price desk; those already there stay. */
  private static void shipMappings(Path folder) throws IOException {
    Path shipped =
        Path.of(System.getProperty("tillbridge.home", "..")).resolve("config").resolve("mappings");
    if (!Files.isDirectory(shipped)) {
      return;
    }
    Files.createDirectories(folder);
    try (Stream<Path> mappings = Files.list(shipped)) {
      for (Path mapping : mappings.toList()) {
        Path copy = folder.resolve(String.valueOf(mapping.getFileName()));
        if (!Files.exists(copy)) {
          Files.copy(mapping, copy);
        }
      }
    }
  }

  private void writeStore() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("store.id", ChainFolder.STORE);
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    List<String> lanes = registers.stream().map(ChainFolder::lane).toList();
    settings.put("lanes", String.join(",", lanes));
    settings.putAll(new TreeMap<>(placement.store()));
    writeSettings(folder.storeSettings(), settings);
  }

  private void writeRegister(String register, SignOns people) throws IOException {
    Path home = folder.registerFolder(register);
    Path operators = home.resolve("operators.properties");
    if (!Files.exists(operators)) {
      Secrets.write(
          operators,
          person(people.clerk(), "clerk", "pin") + person(people.manager(), "manager", "pin"));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("store.id", ChainFolder.STORE);
    settings.put("register.id", register);
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    settings.put("currency", "GBP");
    settings.put("time.zone", "Europe/London");
    settings.put("store.name", "Harbour Street");
    settings.put("receipt.header", "Tillbridge demo shop");
    settings.put("operators.file", "operators.properties");
    settings.put("devices.file", "jpos.xml");
    // real tickets are rung at the prices that were really charged
    settings.put("discount.limit.clerk", "100");
    // and taken back without the receipts they had
    settings.put("return.without.receipt", "clerk");
    settings.putAll(new TreeMap<>(placement.register(register)));
    writeSettings(folder.registerSettings(register), settings);
    SimulatedJposXml.write(
        home.resolve("jpos.xml"),
        LaneId.parse(ChainFolder.lane(register)),
        home.resolve("devices"),
        receiptLineTime);
    share(folder.storeFolder(), home, ChainFolder.lane(register));
    int next = (ChainFolder.indexOf(register) + 1) % registers.size();
    share(
        folder.registerFolder(registers.get(next)),
        home,
        ChainFolder.lane(register) + ".neighbour");
  }

  /** Gives a user of the broker above the same password at both ends. */
  private void share(Path above, Path below, String user) throws IOException {
    String file = "secrets/" + user + ".password";
    String password = secrets.password(above.resolve(file));
    Secrets.write(below.resolve(file), password + System.lineSeparator());
  }

  private String person(SignOns.Person person, String role, String secret) {
    return """
    %1$s.name = %2$s
    %1$s.role = %3$s
    %1$s.%4$s = %5$s
    """
        .formatted(
            person.id(),
            person.name(),
            role,
            secret,
            PasswordHash.hash(person.secret(), random).encoded());
  }

  private static void writeSettings(Path file, Map<String, String> settings) throws IOException {
    StringBuilder text = new StringBuilder("# Written by the demo at every start.\n");
    settings.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    Secrets.write(file, text.toString());
  }
}
