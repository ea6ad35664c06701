package dev.tillbridge.it.clerk;

import dev.tillbridge.it.chain.Placement;
import dev.tillbridge.it.chain.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** Registers that have a rule for everything a clerk may meet. */
record ShopSettings(Ports ports) implements Placement {

  /** What may be taken of a stored value of another lane while nobody can be asked. */
  static final String ALLOWANCE = "20.00";

  @Override
  public Map<String, String> hq() {
    return ports.hq();
  }

  @Override
  public Map<String, String> store() {
    return ports.store();
  }

  @Override
  public Map<String, String> register(String register) {
    Map<String, String> settings = new LinkedHashMap<>(ports.register(register));
    settings.put("cash.rounding", "0.05");
    settings.put("foreign.EUR", "0.85");
    settings.put("card.floor.limit", "20");
    settings.put("discount.limit.clerk", "10");
    settings.put("return.without.receipt", "manager");
    settings.put("layaway.cancel.percent", "10");
    settings.put("stored.value.allowance", ALLOWANCE);
    settings.put("favourites.file", "favourites.csv");
    return settings;
  }
}
