package dev.tillbridge.pricebook.inspection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signs that stand with prices and the one currency each can only mean. */
final class CurrencySigns {

  private static final Map<String, String> SIGNS =
      new TreeMap<>(
          Map.of(
              "€", "EUR", "EUR", "EUR", "£", "GBP", "GBP", "GBP", "CHF", "CHF", "zł", "PLN", "Kč",
              "CZK", "Ft", "HUF", "RSD", "RSD", "USD", "USD"));

  private CurrencySigns() {}

  /** Its ISO 4217 code; empty when no cell has a sign that is known. */
  static String of(List<String> cells) {
    for (String cell : cells) {
      for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
        if (cell.contains(sign.getKey())) {
          return sign.getValue();
        }
      }
    }
    return "";
  }
}
