package dev.tillbridge.it.chain;

import java.nio.file.Path;
import java.util.List;

/** Where everything of a chain lies. */
public record ChainFolder(Path root) {

  /** The store of the demo. */
  public static final String STORE = "S01";

  /** Its registers. */
  public static final List<String> REGISTERS = List.of("R01", "R02");

  public ChainFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** Id of the register at that place, counted from 0. */
  public static String register(int index) {
    return "R%02d".formatted(index + 1);
  }

  /** Place of the register with that id, counted from 0. */
  static int indexOf(String register) {
    return Integer.parseInt(register.substring(1)) - 1;
  }

  /** A register's lane, for example {@code S01-R01}. */
  public static String lane(String register) {
    return STORE + "-" + register;
  }

  /** HQ's own: settings, secrets, people and data. */
  public Path hqFolder() {
    return root.resolve("hq");
  }

  /** The store server's own. */
  public Path storeFolder() {
    return root.resolve("store");
  }

  /** A register's own. */
  public Path registerFolder(String register) {
    return root.resolve("register-" + register);
  }

  public Path hqSettings() {
    return hqFolder().resolve("hq.properties");
  }

  public Path storeSettings() {
    return storeFolder().resolve("store.properties");
  }

  public Path registerSettings(String register) {
    return registerFolder(register).resolve("register.properties");
  }

  /** The password of a user, beside the settings of a program that knows it. */
  public Path password(Path settings, String user) {
    return settings.resolveSibling("secrets").resolve(user + ".password");
  }

  /** Written by HQ: the way into its books. */
  public Path connectionProperties() {
    return root.resolve("hq/data/postgres/connection.properties");
  }

  Path peoplesSecrets() {
    return root.resolve("sign-on");
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }
}
