package dev.tillbridge.it.simulator;

import java.util.EnumMap;
import java.util.Map;

/** What was counted over schedules. */
final class Tally {

  final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  long schedules;
  long steps;
  long entries;
  long receipts;
  long resent;
  long duplicates;
  long requests;
  long heartbeats;
  long recovered;
  long quietPoints;
  long lostWithDisks;
  long standingGaps;
  long conflicts;
  long resentMaxOfOneEntry;
  long catchUpMaxMs;
  long virtualMs;
  long processorNanos;

  void count(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  long of(Fault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  long faultsInAll() {
    return faults.values().stream().mapToLong(Long::longValue).sum();
  }

  void add(Tally other) {
    other.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
    schedules += other.schedules;
    steps += other.steps;
    entries += other.entries;
    receipts += other.receipts;
    resent += other.resent;
    duplicates += other.duplicates;
    requests += other.requests;
    heartbeats += other.heartbeats;
    recovered += other.recovered;
    quietPoints += other.quietPoints;
    lostWithDisks += other.lostWithDisks;
    standingGaps += other.standingGaps;
    conflicts += other.conflicts;
    resentMaxOfOneEntry = Math.max(resentMaxOfOneEntry, other.resentMaxOfOneEntry);
    catchUpMaxMs = Math.max(catchUpMaxMs, other.catchUpMaxMs);
    virtualMs += other.virtualMs;
    processorNanos += other.processorNanos;
  }
}
