package dev.tillbridge.it.bench;

import dev.tillbridge.broker.wire.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named numbers in the order they were added; each has a line of explanation for people. */
final class Figures {

  private record Figure(BigDecimal value, String meaning) {}

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /** Adds a figure, rounded half up to so many decimals. */
  Figures add(String key, double value, int decimals, String meaning) {
    figures.put(
        key,
        new Figure(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP), meaning));
    return this;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    figures.forEach((key, figure) ->
        table.append(
            "  %-30s %12s  %s%n".formatted(key, figure.value().toPlainString(), figure.meaning())));
    return table.toString();
  }

  /** One flat JSON object of numbers. */
  String json() {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    figures.forEach((key, figure) -> values.put(key, figure.value()));
    return Wire.JSON.writeValueAsString(values);
  }
}
