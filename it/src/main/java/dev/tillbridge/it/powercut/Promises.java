package dev.tillbridge.it.powercut;

import dev.tillbridge.model.journal.EntryHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one data directory has promised to keep, held against what it has kept. */
final class Promises {

  private final Map<Long, EntryHash> promised = new LinkedHashMap<>();
  private Told.@Nullable Asked inFlight;
  private long epoch;

  void hear(Told.Asked asked) {
    inFlight = asked;
  }

  void hear(Told.Acknowledged acknowledged) {
    promised.put(acknowledged.sequence(), acknowledged.hash());
    inFlight = null;
  }

  /**
   * Holds the journal found after a cut against the promises; it is what counts from then on.
   *
   * @param found its entries in the order they were read
   */
  Finding check(long epochFound, List<Told.Kept> found) {
    List<String> broken = new ArrayList<>();
    if (epoch != 0 && epochFound != epoch) {
      broken.add("epoch " + epoch + " became " + epochFound);
    }
    chain(found, broken);
    Map<Long, EntryHash> kept = new LinkedHashMap<>();
    found.forEach(entry -> kept.put(entry.sequence(), entry.hash()));
    List<Long> lost = new ArrayList<>();
    promised.forEach((sequence, hash) -> {
      if (!hash.equals(kept.get(sequence))) {
        lost.add(sequence);
      }
    });
    boolean inFlightKept = false;
    for (Told.Kept entry : found) {
      if (!promised.containsKey(entry.sequence())) {
        if (inFlight != null
            && inFlight.sequence() == entry.sequence()
            && inFlight.hash().equals(entry.hash())) {
          inFlightKept = true;
        } else {
          broken.add("entry " + entry.sequence() + " was never appended like this");
        }
      }
    }
    epoch = epochFound;
    promised.clear();
    promised.putAll(kept);
    inFlight = null;
    return new Finding(lost, inFlightKept, broken);
  }

  private static void chain(List<Told.Kept> found, List<String> broken) {
    long sequence = 0;
    EntryHash head = EntryHash.NONE;
    for (Told.Kept entry : found) {
      if (entry.sequence() != sequence + 1) {
        broken.add("entry " + entry.sequence() + " follows " + sequence);
      } else if (!entry.previous().equals(head)) {
        broken.add("entry " + entry.sequence() + " does not carry the hash of " + sequence);
      }
      sequence = entry.sequence();
      head = entry.hash();
    }
  }

  /** Everything promised is gone: the register did not start on this directory again. */
  int countPromised() {
    return promised.size();
  }

  /**
   * What one check showed.
   *
   * @param lost sequences of acknowledged entries that are missing or have other bytes
   * @param inFlightKept whether the entry that was on its way when the power went is there
   * @param broken other rules broken, in words
   */
  record Finding(List<Long> lost, boolean inFlightKept, List<String> broken) {

    Finding {
      lost = List.copyOf(lost);
      broken = List.copyOf(broken);
    }

    boolean clean() {
      return lost.isEmpty() && broken.isEmpty();
    }
  }
}
