package dev.tillbridge.it.drill;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.broker.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a drill came to; the counts are those of the worst quiet point.
 *
 * @param requests how often HQ asked registers to send something again
 */
record DrillResult(
    List<Findings> quietPoints, Map<FaultKind, Integer> faults, long requests, long seed) {

  boolean clean() {
    return quietPoints.stream().allMatch(Findings::clean);
  }

  String json() {
    Findings last = quietPoints.getLast();
    Map<String, Integer> counts = new LinkedHashMap<>();
    faults.forEach((kind, count) -> counts.put(kind.key(), count));
    return Wire.JSON.writeValueAsString(
        new Line(
            last.receipts(),
            last.atHq(),
            quietPoints.stream().mapToInt(point -> point.lost().size()).max().orElse(0),
            quietPoints.stream().mapToInt(point -> point.duplicated().size()).max().orElse(0),
            quietPoints.stream().mapToInt(point -> point.altered().size()).max().orElse(0),
            quietPoints.stream().mapToInt(point -> point.wrong().size()).max().orElse(0),
            counts,
            requests,
            seed,
            quietPoints.size(),
            Math.round(
                    quietPoints.stream().mapToDouble(Findings::catchUpSeconds).max().orElse(0) * 10)
                / 10.0));
  }

  @JsonPropertyOrder({
    "receipts",
    "at_hq",
    "lost",
    "duplicated",
    "altered",
    "wrong",
    "faults",
    "resent",
    "seed",
    "quiet_points",
    "longest_catch_up_s"
  })
  private record Line(
      int receipts,
      @JsonProperty("at_hq") int atHq,
      int lost,
      int duplicated,
      int altered,
      int wrong,
      Map<String, Integer> faults,
      long resent,
      long seed,
      @JsonProperty("quiet_points") int quietPoints,
      @JsonProperty("longest_catch_up_s") double longestCatchUpSeconds) {}
}
