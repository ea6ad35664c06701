package dev.tillbridge.hq.delivery;

import dev.tillbridge.model.delivery.SequenceRange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges as the books hold them: {@code 4-9,12-12}. */
final class RangeText {

  private RangeText() {}

  static String of(List<SequenceRange> ranges) {
    return ranges.stream()
        .map(range -> range.from() + "-" + range.to())
        .collect(Collectors.joining(","));
  }

  static List<SequenceRange> parse(String text) {
    return Arrays.stream(text.split(","))
        .filter(part -> !part.isEmpty())
        .map(part -> {
          int dash = part.indexOf('-');
          return new SequenceRange(
              Long.parseLong(part.substring(0, dash)), Long.parseLong(part.substring(dash + 1)));
        })
        .toList();
  }

  /** For people: {@code 4 to 9, 12}; the first few, and how many more. */
  static String inWords(List<SequenceRange> ranges, int max) {
    String first =
        ranges.stream().limit(max).map(SequenceRange::toString).collect(Collectors.joining(", "));
    int more = ranges.size() - max;
    return more > 0 ? first + " and " + more + " more ranges" : first;
  }
}
