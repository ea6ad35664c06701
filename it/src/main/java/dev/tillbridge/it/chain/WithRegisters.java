package dev.tillbridge.it.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A placement with more settings at the registers. */
record WithRegisters(Placement usual, Function<String, Map<String, String>> more)
    implements Placement {

  @Override
  public Map<String, String> hq() {
    return usual.hq();
  }

  @Override
  public Map<String, String> store() {
    return usual.store();
  }

  @Override
  public Map<String, String> register(String register) {
    Map<String, String> settings = new HashMap<>(usual.register(register));
    settings.putAll(more.apply(register));
    return settings;
  }
}
