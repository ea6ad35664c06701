package dev.tillbridge.it.chain;

import java.util.Map;
import java.util.function.Function;

/**
 * The settings a chain's programs have because of where they run: where they listen, and where they
 * find the one above. They replace what {@link Provisioning} writes otherwise; an empty value is a
 * key left out.
 */
public interface Placement {

  Map<String, String> hq();

  Map<String, String> store();

  Map<String, String> register(String register);

  /**
   * The same places, with more settings at the registers.
   *
   * @param more by the register's id; they replace those of the same key
   */
  default Placement withRegisters(Function<String, Map<String, String>> more) {
    return new WithRegisters(this, more);
  }
}
