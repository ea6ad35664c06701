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

/**
 * Writes what the programs of a chain need to start: settings anew each time, because ports may
 * have changed; secrets and people once.
 */
final class Provisioning {

  private static final String LOOPBACK = "127.0.0.1";

  private final ChainFolder folder;
  private final Ports ports;
  private final Duration receiptLineTime;
  private final SecureRandom random;
  private final Secrets secrets;

  Provisioning(ChainFolder folder, Ports ports, Duration receiptLineTime, SecureRandom random) {
    this.folder = folder;
    this.ports = ports;
    this.receiptLineTime = receiptLineTime;
    this.random = random;
    this.secrets = new Secrets(random);
  }

  /** Writes everything, and tells who can sign on. */
  SignOns write() {
    try {
      Path signOn = folder.peoplesSecrets();
      SignOns people =
          new SignOns(
              new SignOns.Person("101", "Anna", secrets.pin(signOn.resolve("101.pin"))),
              new SignOns.Person("201", "Mara", secrets.pin(signOn.resolve("201.pin"))),
              new SignOns.Person(
                  "olga", "Olga", secrets.readablePassword(signOn.resolve("olga.password"))));
      writeHq(people);
      writeStore();
      for (String register : ChainFolder.REGISTERS) {
        writeRegister(register, people);
      }
      return people;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the demo's data folder " + folder.root() + ": " + e.getMessage() + ".", e);
    }
  }

  private void writeHq(SignOns people) throws IOException {
    Path home = home(folder.hqSettings());
    Path accountants = home.resolve("accountants.properties");
    if (!Files.exists(accountants)) {
      Secrets.write(accountants, person(people.accountant(), "accountant", "password"));
    }
    secrets.password(home.resolve("secrets/publisher.password"));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    settings.put("listen.host", LOOPBACK);
    settings.put("listen.port", Integer.toString(ports.hqBroker()));
    settings.put("stores", ChainFolder.STORE);
    settings.put("web.host", LOOPBACK);
    settings.put("web.port", Integer.toString(ports.hqWeb()));
    settings.put("time.zone", "Europe/London");
    settings.put("currency", "GBP");
    settings.put("accountants.file", "accountants.properties");
    writeSettings(folder.hqSettings(), settings);
    share(home, home(folder.storeSettings()), ChainFolder.STORE);
  }

  private void writeStore() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("store.id", ChainFolder.STORE);
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    settings.put("listen.host", LOOPBACK);
    settings.put("listen.port", Integer.toString(ports.storeBroker()));
    settings.put("uplink.host", LOOPBACK);
    settings.put("uplink.port", Integer.toString(ports.storeLink()));
    List<String> lanes = ChainFolder.REGISTERS.stream().map(ChainFolder::lane).toList();
    settings.put("lanes", String.join(",", lanes));
    writeSettings(folder.storeSettings(), settings);
  }

  private void writeRegister(String register, SignOns people) throws IOException {
    Path home = folder.folderOf(register);
    Path operators = home.resolve("operators.properties");
    if (!Files.exists(operators)) {
      Secrets.write(
          operators,
          person(people.clerk(), "clerk", "pin") + person(people.manager(), "manager", "pin"));
    }
    boolean first = register.equals(ChainFolder.REGISTERS.getFirst());
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("store.id", ChainFolder.STORE);
    settings.put("register.id", register);
    settings.put("data.dir", "data");
    settings.put("secrets.dir", "secrets");
    settings.put("uplink.host", LOOPBACK);
    settings.put(
        "uplink.port",
        Integer.toString(first ? ports.firstRegisterLink() : ports.secondRegisterLink()));
    settings.put("web.host", LOOPBACK);
    settings.put(
        "web.port", Integer.toString(first ? ports.firstRegisterWeb() : ports.secondRegisterWeb()));
    settings.put("currency", "GBP");
    settings.put("time.zone", "Europe/London");
    settings.put("store.name", "Harbour Street");
    settings.put("receipt.header", "Tillbridge demo shop");
    settings.put("operators.file", "operators.properties");
    settings.put("devices.file", "jpos.xml");
    writeSettings(folder.registerSettings(register), settings);
    SimulatedJposXml.write(
        home.resolve("jpos.xml"),
        LaneId.parse(ChainFolder.lane(register)),
        home.resolve("devices"),
        receiptLineTime);
    share(home(folder.storeSettings()), home, ChainFolder.lane(register));
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

  private static Path home(Path settings) {
    Path parent = settings.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(settings + " lies in no folder.");
    }
    return parent;
  }
}
