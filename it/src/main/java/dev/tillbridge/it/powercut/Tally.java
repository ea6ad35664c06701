package dev.tillbridge.it.powercut;

import java.util.ArrayList;
import java.util.List;

/** Counts of a run so far. */
final class Tally {

  private final List<String> findings = new ArrayList<>();
  private int cuts;
  private long appended;
  private long acknowledged;
  private long lost;
  private long inFlightKept;

  void cut() {
    cuts++;
  }

  void asked() {
    appended++;
  }

  void acknowledged() {
    acknowledged++;
  }

  void found(Promises.Finding finding) {
    lost += finding.lost().size();
    inFlightKept += finding.inFlightKept();
    if (!finding.clean()) {
      findings.add("After cut " + cuts + ": " + finding.inWords());
    }
  }

  int cuts() {
    return cuts;
  }

  long acknowledgedSoFar() {
    return acknowledged;
  }

  PowerCutResult result(long seed, boolean sync) {
    return new PowerCutResult(
        cuts,
        appended,
        acknowledged,
        acknowledged - lost,
        lost,
        inFlightKept,
        seed,
        sync,
        findings);
  }
}
