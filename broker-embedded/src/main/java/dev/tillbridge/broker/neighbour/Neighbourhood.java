package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.identity.LaneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps copies for whom.
 *
 * @param keeper the register that keeps this one's unsent entries, null when none is named
 * @param neighbourOf the lanes whose unsent entries this one keeps
 * @param copiesMax memory, and about as much disk, the copies of one lane may take
 */
public record Neighbourhood(@Nullable Keeper keeper, List<LaneId> neighbourOf, long copiesMax) {

  static final int COPIES_MAX_MIB = 32;

  /** Where a neighbour listens unless told otherwise. */
  static final int PORT = 61_618;

  /** Nobody keeps anything. */
  public static final Neighbourhood NONE =
      new Neighbourhood(null, List.of(), (long) COPIES_MAX_MIB << 20);

  /** The register that keeps copies, and where it listens. */
  public record Keeper(LaneId lane, Endpoint endpoint) {}

  public Neighbourhood {
    neighbourOf = List.copyOf(neighbourOf);
  }

  /** Keys: neighbour.lane, neighbour.host, neighbour.port, neighbour.of, neighbour.copies.mib. */
  public static Neighbourhood read(Settings settings, LaneId own) {
    return new Neighbourhood(
        keeper(settings, own),
        settings.list("neighbour.of").stream()
            .map(lane -> settings.parsed("neighbour.of", lane, text -> other(text, own)))
            .toList(),
        (long) settings.integer("neighbour.copies.mib", COPIES_MAX_MIB, 1, 4_096) << 20);
  }

  private static @Nullable Keeper keeper(Settings settings, LaneId own) {
    String lane = settings.optionalText("neighbour.lane");
    String host = settings.text("neighbour.host", "127.0.0.1");
    int port = settings.port("neighbour.port", PORT);
    return lane == null
        ? null
        : new Keeper(
            settings.parsed("neighbour.lane", lane, text -> other(text, own)),
            new Endpoint(host, port));
  }

  private static LaneId other(String text, LaneId own) {
    LaneId lane = LaneId.parse(text);
    if (lane.equals(own)) {
      throw new IllegalArgumentException("another register than " + own + " itself");
    }
    return lane;
  }

  /** Where it listens for the lanes it keeps copies of; null when it keeps none. */
  public @Nullable Endpoint listen(Settings settings) {
    Endpoint listen =
        new Endpoint(settings.text("listen.host", "127.0.0.1"), settings.port("listen.port", PORT));
    return neighbourOf.isEmpty() ? null : listen;
  }
}
