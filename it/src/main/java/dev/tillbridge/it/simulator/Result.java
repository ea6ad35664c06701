package dev.tillbridge.it.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a simulation came to. */
public final class Result {

  private final Tally tally;
  private final Simulation.@Nullable Failure failure;
  private final double seconds;

  Result(Tally tally, Simulation.@Nullable Failure failure, double seconds) {
    this.tally = tally;
    this.failure = failure;
    this.seconds = seconds;
  }

  /** The schedule with the lowest seed that broke a promise, null when none did. */
  public Simulation.@Nullable Failure failure() {
    return failure;
  }

  public long schedules() {
    return tally.schedules;
  }

  public long faults() {
    return tally.faultsInAll();
  }

  /** How often a fault of this kind happened. */
  public long faults(String kind) {
    return tally.of(Fault.valueOf(kind));
  }

  public double seconds() {
    return seconds;
  }

  /** Time the schedules took on all cores together. */
  public double processorSeconds() {
    return tally.processorNanos / 1e9;
  }

  /** In words, a line each. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d schedules in %.1f s (%.1f s of processor time): %,d steps, %,d faults, %,d hours of virtual time%n"
            .formatted(
                tally.schedules,
                seconds,
                processorSeconds(),
                tally.steps,
                tally.faultsInAll(),
                tally.virtualMs / 3_600_000));
    text.append(
        "%,d receipts among %,d entries; %,d quiet points checked; longest catch-up %.0f s%n"
            .formatted(
                tally.receipts, tally.entries, tally.quietPoints, tally.catchUpMaxMs / 1000.0));
    text.append(
        "%,d requests, %,d entries sent again (one entry at most %d times), %,d duplicates not posted%n"
            .formatted(tally.requests, tally.resent, tally.resentMaxOfOneEntry, tally.duplicates));
    text.append(
        "%,d entries recovered from neighbours; %,d gone with every copy of them; %,d conflicts shown%n"
            .formatted(tally.recovered, tally.lostWithDisks, tally.conflicts));
    for (Fault fault : Fault.values()) {
      text.append("  %-26s %,12d%n".formatted(word(fault), tally.of(fault)));
    }
    text.append(failure == null ? "No promise was broken." : "BROKEN: " + failure);
    return text.append(System.lineSeparator()).toString();
  }

  /** One line for a program to read. */
  public String json() {
    String faults =
        Arrays.stream(Fault.values())
            .map(fault -> "\"%s\":%d".formatted(word(fault), tally.of(fault)))
            .collect(Collectors.joining(",", "{", "}"));
    return ("{\"schedules\":%d,\"seconds\":%.1f,\"processor_s\":%.1f,\"steps\":%d,\"faults_in_all\":%d,\"receipts\":%d,"
            + "\"entries\":%d,\"quiet_points\":%d,\"requests\":%d,\"resent\":%d,"
            + "\"resent_max_of_one_entry\":%d,\"duplicates\":%d,\"recovered\":%d,"
            + "\"gone_with_every_copy\":%d,\"conflicts\":%d,\"longest_catch_up_s\":%.1f,"
            + "\"faults\":%s,\"failed_seed\":%s}")
        .formatted(
            tally.schedules,
            seconds,
            processorSeconds(),
            tally.steps,
            tally.faultsInAll(),
            tally.receipts,
            tally.entries,
            tally.quietPoints,
            tally.requests,
            tally.resent,
            tally.resentMaxOfOneEntry,
            tally.duplicates,
            tally.recovered,
            tally.lostWithDisks,
            tally.conflicts,
            tally.catchUpMaxMs / 1000.0,
            faults,
            failure == null ? "null" : Long.toString(failure.seed()));
  }

  private static String word(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }
}
