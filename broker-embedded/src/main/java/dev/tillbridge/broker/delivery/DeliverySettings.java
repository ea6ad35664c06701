package dev.tillbridge.broker.delivery;

import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.delivery.KeepPolicy;
import java.time.Duration;

/**
 * How a register delivers.
 *
 * @param heartbeatEvery time between two heartbeats when nothing else is sent
 * @param keptFor entries younger than this stay on the register; zero lets them go as soon as HQ
 *     has them
 * @param policy what else stays
 */
public record DeliverySettings(Duration heartbeatEvery, Duration keptFor, KeepPolicy policy) {

  public static final DeliverySettings STANDARD =
      new DeliverySettings(Duration.ofSeconds(5), Duration.ofDays(30), KeepPolicy.STANDARD);

  private static final int HEARTBEAT_SECONDS_MAX = 300;
  private static final int KEEP_DAYS_MAX = 3_650;

  /** Keys: heartbeat.seconds, journal.keep.days. */
  public static DeliverySettings read(Settings settings) {
    int seconds =
        settings.integer(
            "heartbeat.seconds",
            (int) STANDARD.heartbeatEvery.toSeconds(),
            1,
            HEARTBEAT_SECONDS_MAX);
    int days =
        settings.integer("journal.keep.days", (int) STANDARD.keptFor.toDays(), 0, KEEP_DAYS_MAX);
    return new DeliverySettings(
        Duration.ofSeconds(seconds), Duration.ofDays(days), STANDARD.policy);
  }
}
