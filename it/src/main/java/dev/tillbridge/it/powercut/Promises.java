package dev.tillbridge.it.powercut;

import dev.tillbridge.model.journal.EntryHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one data directory has promised to keep, held against what it has kept. */
final class Promises {

  private final Map<Long, EntryHash> promised = new LinkedHashMap<>();
  private final Map<Long, EntryHash> inFlight = new HashMap<>();
  private Told.@Nullable Started life;

  void hear(Told.Asked asked) {
    inFlight.put(asked.sequence(), asked.hash());
  }

  void hear(Told.Acknowledged acknowledged) {
    promised.put(acknowledged.sequence(), acknowledged.hash());
    inFlight.remove(acknowledged.sequence());
  }

  /** The register runs: from now on it has an identity to keep. */
  void hear(Told.Started started) {
    life = started;
  }

  /**
   * Holds the journal found after a cut against the promises; it is what counts from then on.
   *
   * @param found its entries in the order they were read
   */
  Finding check(Told.Started started, List<Told.Kept> found) {
    List<String> broken = new ArrayList<>();
    if (life != null && !life.equals(started)) {
      broken.add(life + " became " + started);
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
    int inFlightKept = 0;
    for (Told.Kept entry : found) {
      if (entry.hash().equals(inFlight.get(entry.sequence()))) {
        inFlightKept++;
      } else if (!promised.containsKey(entry.sequence())) {
        broken.add("entry " + entry.sequence() + " was never appended like this");
      }
    }
    hear(started);
    promised.clear();
    promised.putAll(kept);
    inFlight.clear();
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

  /** The register does not start on this directory any more, and so has nothing left. */
  Finding gone(String why) {
    return new Finding(List.copyOf(promised.keySet()), 0, List.of("it does not start: " + why));
  }

  /**
   * What one check showed.
   *
   * @param lost sequences of acknowledged entries that are missing or have other bytes
   * @param inFlightKept entries that were on their way when the power went and are there
   * @param broken other rules broken, in words
   */
  record Finding(List<Long> lost, int inFlightKept, List<String> broken) {

    private static final int SHOWN_MAX = 5;

    Finding {
      lost = List.copyOf(lost);
      broken = List.copyOf(broken);
    }

    boolean clean() {
      return lost.isEmpty() && broken.isEmpty();
    }

    String inWords() {
      return "%d acknowledged entries lost%s%s"
          .formatted(
              lost.size(),
              lost.isEmpty() ? "" : " (" + lost.getFirst() + " to " + lost.getLast() + ")",
              broken.isEmpty()
                  ? ""
                  : "; " + String.join("; ", broken.stream().limit(SHOWN_MAX).toList()));
    }
  }
}
