package dev.tillbridge.it.demo;

import dev.tillbridge.it.chain.Placement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chain at whose registers a person stands: a clerk's limits are a shop's, and not those with
 * which recorded tickets are rung.
 */
record AsInAShop(Placement placement) implements Placement {

  @Override
  public Map<String, String> hq() {
    return placement.hq();
  }

  @Override
  public Map<String, String> store() {
    return placement.store();
  }

  @Override
  public Map<String, String> register(String register) {
    Map<String, String> settings = new LinkedHashMap<>(placement.register(register));
    settings.put("discount.limit.clerk", "");
    settings.put("return.without.receipt", "");
    return settings;
  }
}
