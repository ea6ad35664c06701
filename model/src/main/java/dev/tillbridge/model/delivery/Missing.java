package dev.tillbridge.model.delivery;

import java.util.ArrayList;
import java.util.List;

/** What HQ lacks of a stream. */
public final class Missing {

  private Missing() {}

  /**
   * The gaps above the watermark.
   *
   * @param upTo the watermark
   * @param heldAbove sequences held above it, ascending
   * @param announced last sequence the register has told of
   * @param rangesMax further ranges are left for later
   */
  public static List<SequenceRange> between(
      long upTo, Iterable<Long> heldAbove, long announced, int rangesMax) {
    List<SequenceRange> missing = new ArrayList<>();
    long before = upTo;
    for (long sequence : heldAbove) {
      if (missing.size() == rangesMax) {
        return missing;
      }
      if (sequence > before + 1) {
        missing.add(new SequenceRange(before + 1, sequence - 1));
      }
      before = Math.max(before, sequence);
    }
    if (announced > before && missing.size() < rangesMax) {
      missing.add(new SequenceRange(before + 1, announced));
    }
    return missing;
  }

  /**
   * What was asked for and is still missing.
   *
   * @param asked ascending
   * @param missing ascending
   */
  public static List<SequenceRange> still(List<SequenceRange> asked, List<SequenceRange> missing) {
    List<SequenceRange> still = new ArrayList<>();
    int next = 0;
    for (SequenceRange range : asked) {
      while (next < missing.size() && missing.get(next).to() < range.from()) {
        next++;
      }
      for (int i = next; i < missing.size() && missing.get(i).from() <= range.to(); i++) {
        SequenceRange gap = missing.get(i);
        still.add(
            new SequenceRange(Math.max(range.from(), gap.from()), Math.min(range.to(), gap.to())));
      }
    }
    return still;
  }
}
