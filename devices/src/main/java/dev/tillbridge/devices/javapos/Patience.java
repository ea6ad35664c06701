package dev.tillbridge.devices.javapos;

import java.time.Duration;

/**
 * How long the lane waits for its devices.
 *
 * @param claim for another program to release a device
 * @param answer for a device to do what it was asked
 * @param line added to {@code answer} for every line of a receipt
 * @param retry between two looks for a missing device, and between two looks at a present one
 * @param weight for the scale to come to rest; shorter than {@code answer}
 * @param payment for a card payment with the customer's time; half an {@code answer} of it is kept
 *     for the terminal to say that it gives up
 */
public record Patience(
    Duration claim,
    Duration answer,
    Duration line,
    Duration retry,
    Duration weight,
    Duration payment) {

  /** For people at a till. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofMillis(500),
          Duration.ofSeconds(4),
          Duration.ofMillis(25),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(90));

  /** Gives the scale half the time of an answer, and a payment twenty times as long. */
  public Patience(Duration claim, Duration answer, Duration line, Duration retry) {
    this(claim, answer, line, retry, answer.dividedBy(2), answer.multipliedBy(20));
  }

  Duration forLines(int lines) {
    return answer.plus(line.multipliedBy(lines));
  }
}
