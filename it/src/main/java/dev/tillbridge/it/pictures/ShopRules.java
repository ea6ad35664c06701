package dev.tillbridge.it.pictures;

import java.util.Map;

/** Settings of registers that have a rule for everything the guides show. */
final class ShopRules {

  static final Map<String, String> ALL =
      Map.of(
          "receipt.header", "1 Harbour Street | VAT GB 000 0000 00",
          "foreign.EUR", "0.85",
          "card.floor.limit", "20",
          "discount.limit.clerk", "10",
          "return.without.receipt", "manager",
          "layaway.cancel.percent", "10",
          "stored.value.allowance", "20",
          "favourites.file", "favourites.csv");

  private ShopRules() {}
}
