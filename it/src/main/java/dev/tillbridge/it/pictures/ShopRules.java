package dev.tillbridge.it.pictures;

import dev.tillbridge.it.chain.Placement;
import dev.tillbridge.it.chain.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** Registers that have a rule for everything the guides show. */
record ShopRules(Ports ports) implements Placement {

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
    settings.put("receipt.header", "1 Harbour Street | VAT GB 000 0000 00");
    settings.put("foreign.EUR", "0.85");
    settings.put("card.floor.limit", "20");
    settings.put("discount.limit.clerk", "10");
    settings.put("return.without.receipt", "manager");
    settings.put("layaway.cancel.percent", "10");
    settings.put("stored.value.allowance", "20");
    settings.put("favourites.file", "favourites.csv");
    return settings;
  }
}
