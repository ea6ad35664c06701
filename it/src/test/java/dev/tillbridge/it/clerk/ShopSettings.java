package dev.tillbridge.it.clerk;

import java.util.Map;

/** Settings of registers that have a rule for everything a clerk may meet. */
final class ShopSettings {

  /** What may be taken of a stored value of another lane while nobody can be asked. */
  static final String ALLOWANCE = "20.00";

  static final Map<String, String> ALL =
      Map.of(
          "cash.rounding", "0.05",
          "foreign.EUR", "0.85",
          "card.floor.limit", "20",
          "discount.limit.clerk", "10",
          "return.without.receipt", "manager",
          "layaway.cancel.percent", "10",
          "stored.value.allowance", ALLOWANCE,
          "favourites.file", "favourites.csv");

  private ShopSettings() {}
}
