package dev.tillbridge.it.replay;

import java.time.Duration;

/**
 * Something that goes wrong at a planned moment.
 *
 * <p>{@code atRow} is the number of rows rung by then, {@code after} a little longer, so that it
 * hits a request and not always the pause between two.
 */
sealed interface Mischief {

  long atRow();

  Duration after();

  /**
   * @param link index among the chain's links
   * @param silent packets vanish and nothing is closed
   */
  record Cut(long atRow, Duration after, int link, boolean silent, Duration lasting)
      implements Mischief {}

  /**
   * @param program index among the chain's programs
   * @param down how long until it is started again
   */
  record Kill(long atRow, Duration after, int program, Duration down) implements Mischief {}
}
