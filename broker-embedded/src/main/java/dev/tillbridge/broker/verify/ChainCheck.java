package dev.tillbridge.broker.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks chains: each entry sealed and genuine, one key per stream, numbered without gaps, carrying
 * the hash of the one before it. A stream may start above 1, when earlier entries have left.
 *
 * <p>Give it the entries of each stream in their order; streams may alternate. For one thread;
 * seals are verified on all processors.
 */
public final class ChainCheck {

  private static final int BATCH = 1_024;

  private final Map<String, StreamCheck> streams = new TreeMap<>();
  private final List<Specimen> batch = new ArrayList<>(BATCH);

  /** Takes the next entry. */
  public void add(Specimen next) {
    batch.add(next);
    if (batch.size() == BATCH) {
      inspectBatch();
    }
  }

  private void inspectBatch() {
    for (Inspection inspection : batch.parallelStream().map(Inspection::of).toList()) {
      streams.computeIfAbsent(inspection.stream(), StreamCheck::new).add(inspection);
    }
    batch.clear();
  }

  /** What came of it so far, one verdict per stream in their order. */
  public List<StreamVerdict> verdicts() {
    inspectBatch();
    return streams.values().stream().map(StreamCheck::verdict).toList();
  }
}
