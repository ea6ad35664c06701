package dev.tillbridge.register.pricing;

import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line as a command leaves it, and as it found it.
 *
 * @param before null when the line is new
 */
public record LineChange(@Nullable LineTerms before, LineTerms after) {

  /** The changes of all lines that are there afterwards. Lines keep their order. */
  public static List<LineChange> between(OpenTicket before, OpenTicket after) {
    List<LineTerms> old = LineTerms.of(before);
    List<LineTerms> now = LineTerms.of(after);
    int gone = Math.max(0, old.size() - now.size());
    int first = gone == 0 ? now.size() : firstThatMoved(old, now);
    return IntStream.range(0, now.size())
        .mapToObj(i -> change(old, i < first ? i : i + gone, now.get(i)))
        .toList();
  }

  /** Lines that went were before this one: up to here all are as they were. */
  private static int firstThatMoved(List<LineTerms> old, List<LineTerms> now) {
    int first = 0;
    while (first < now.size() && now.get(first).isSameAs(old.get(first))) {
      first++;
    }
    return first;
  }

  private static LineChange change(List<LineTerms> old, int index, LineTerms now) {
    LineTerms before = index < old.size() ? old.get(index) : null;
    return new LineChange(before != null && now.isSameGoodsAs(before) ? before : null, now);
  }
}
