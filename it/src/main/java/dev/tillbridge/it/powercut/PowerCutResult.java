package dev.tillbridge.it.powercut;

import java.util.List;

/**
 * What a run of power cuts showed.
 *
 * @param appended entries the register was asked to append
 * @param acknowledged entries whose append returned: their receipts would be printed
 * @param survived acknowledged entries found after the cut with the same bytes
 * @param inFlightKept entries on their way at the cut that are there as well, one per cut at most
 * @param sync false when the journal was told not to force anything to disk
 * @param findings one line for each cut after which something was lost or broken
 */
public record PowerCutResult(
    int cuts,
    long appended,
    long acknowledged,
    long survived,
    long lost,
    long inFlightKept,
    long seed,
    boolean sync,
    List<String> findings) {

  public PowerCutResult {
    findings = List.copyOf(findings);
  }

  /** Whether every promise was kept and every journal whole. */
  public boolean kept() {
    return lost == 0 && findings.isEmpty();
  }

  public String json() {
    return """
        {"cuts":%d,"appended":%d,"acknowledged":%d,"survived":%d,"lost":%d,"in_flight_kept":%d,"seed":%d,"sync":%b}"""
        .formatted(cuts, appended, acknowledged, survived, lost, inFlightKept, seed, sync);
  }
}
