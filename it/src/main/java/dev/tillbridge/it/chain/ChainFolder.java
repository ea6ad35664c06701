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

  /** A register's lane, for example {@code S01-R01}. */
  public static String lane(String register) {
    return STORE + "-" + register;
  }

  public Path hqSettings() {
    return root.resolve("hq/hq.properties");
  }

  public Path storeSettings() {
    return root.resolve("store/store.properties");
  }

  public Path registerSettings(String register) {
    return folderOf(register).resolve("register.properties");
  }

  /** Written by HQ: the way into its books. */
  public Path connectionProperties() {
    return root.resolve("hq/data/postgres/connection.properties");
  }

  Path folderOf(String register) {
    return root.resolve("register-" + register);
  }

  Path peoplesSecrets() {
    return root.resolve("sign-on");
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }
}
