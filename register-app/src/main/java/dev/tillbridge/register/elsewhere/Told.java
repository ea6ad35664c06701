package dev.tillbridge.register.elsewhere;

import dev.tillbridge.register.lane.Refusal;
import java.time.Instant;

/** What the clerk is told of something asked elsewhere. */
public sealed interface Told {

  Told NOTHING = new Nothing();

  record Nothing() implements Told {}

  /**
   * Somebody is being asked.
   *
   * @param whom as the clerk calls them
   * @param about the number it is about
   */
  record Asking(String whom, String about, Instant since) implements Told {}

  /** It came to something; the screen shows it. */
  record Done(String about) implements Told {}

  /** It came to nothing, and why. */
  record NotPossible(String about, Refusal why) implements Told {}
}
