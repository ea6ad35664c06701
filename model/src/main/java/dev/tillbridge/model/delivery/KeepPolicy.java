package dev.tillbridge.model.delivery;

/**
 * When entries leave a register's {@code journal.keep}.
 *
 * @param entriesMin newest entries that always stay, for reprints and readings
 * @param batchMin fewer than this are not worth a checkpoint
 */
public record KeepPolicy(int entriesMin, int batchMin) {

  public static final KeepPolicy STANDARD = new KeepPolicy(1_000, 500);

  /**
   * What is kept.
   *
   * @param first lowest sequence kept; one above the tail when nothing is
   * @param tail last sequence written
   * @param agedThrough highest sequence older than the retention, 0 when there is none
   * @param checkpoint sequence of the newest checkpoint kept, 0 when there is none
   */
  public record Kept(long first, long tail, long agedThrough, long checkpoint) {}

  /** What to do. */
  public sealed interface Step {

    /** Nothing. */
    record KeepAll() implements Step {}

    /** Append a checkpoint, so that what leaves is still known. */
    record CheckpointFirst() implements Step {}

    /** Let go of everything up to there. */
    record LetGo(long through) implements Step {}
  }

  /**
   * The next step.
   *
   * @param confirmed watermark whose chain head equals the register's own; 0 when there is none
   */
  public Step next(Kept kept, long confirmed) {
    long mayGo =
        Math.min(Math.min(confirmed, kept.agedThrough()), kept.tail() - Math.max(1, entriesMin));
    if (mayGo - kept.first() + 1 < batchMin) {
      return new Step.KeepAll();
    }
    long known = Math.min(mayGo, kept.checkpoint() - 1);
    return known - kept.first() + 1 < batchMin ? new Step.CheckpointFirst() : new Step.LetGo(known);
  }
}
