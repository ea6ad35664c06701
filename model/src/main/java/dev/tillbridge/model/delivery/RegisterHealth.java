package dev.tillbridge.model.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the fleet's operators want to know of a register.
 *
 * @param waiting entries not yet taken by the store server
 * @param kept entries kept on the register
 * @param disk how full its disk is
 * @param clockOffsetMs the store's clock less the register's, null when it was never compared
 * @param priceBook version in force, null when it has none
 * @param priceBookSince when it took that version, null when it has none
 * @param priceBookProblem why it has no newer one, null when all is well
 * @param neighbour lane that keeps copies of its unsent entries, null when none is named
 * @param neighbourWaiting entries the neighbour has not taken yet
 * @param program version of the register's program
 */
public record RegisterHealth(
    long waiting,
    long kept,
    DiskStatus disk,
    @Nullable Long clockOffsetMs,
    @Nullable Long priceBook,
    @Nullable Instant priceBookSince,
    @Nullable String priceBookProblem,
    @Nullable String neighbour,
    long neighbourWaiting,
    String program) {

  /** One that says no more of its price book than the version. */
  public RegisterHealth(
      long waiting,
      long kept,
      DiskStatus disk,
      @Nullable Long clockOffsetMs,
      @Nullable Long priceBook,
      @Nullable String neighbour,
      long neighbourWaiting,
      String program) {
    this(
        waiting,
        kept,
        disk,
        clockOffsetMs,
        priceBook,
        null,
        null,
        neighbour,
        neighbourWaiting,
        program);
  }
}
