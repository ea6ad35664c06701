package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.delivery.DeliverySettings;
import dev.tillbridge.broker.disk.DiskLimits;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a broker needs to know to start. Passwords lie in {@code secretsDir}, one file {@code
 * USER.password} per user, and are read when used.
 *
 * @param name its user at the broker above: the lane ({@code S01-R07}), the store ({@code S01}) or
 *     {@code HQ}
 * @param listen where it accepts connections, null when it accepts none
 * @param uplink the broker above, null when there is none
 * @param lanes registers that may connect to it directly
 * @param stores store servers that may connect to it
 * @param disk free space it warns and stops at
 * @param delivery how a register delivers; nothing to the others
 * @param neighbourhood which registers keep copies for each other
 */
public record NodeSettings(
    Role role,
    String name,
    Path dataDir,
    Path secretsDir,
    @Nullable Endpoint listen,
    @Nullable Endpoint uplink,
    List<LaneId> lanes,
    List<String> stores,
    DiskLimits disk,
    DeliverySettings delivery,
    Neighbourhood neighbourhood) {

  public NodeSettings {
    lanes = List.copyOf(lanes);
    stores = List.copyOf(stores);
  }

  /** With the standard limits and without neighbours. */
  public NodeSettings(
      Role role,
      String name,
      Path dataDir,
      Path secretsDir,
      @Nullable Endpoint listen,
      @Nullable Endpoint uplink,
      List<LaneId> lanes,
      List<String> stores) {
    this(
        role,
        name,
        dataDir,
        secretsDir,
        listen,
        uplink,
        lanes,
        stores,
        DiskLimits.STANDARD,
        DeliverySettings.STANDARD,
        Neighbourhood.NONE);
  }

  /**
   * Keys: store.id, register.id, data.dir, secrets.dir, uplink.host, uplink.port, disk.*,
   * heartbeat.seconds, journal.keep.days, neighbour.*, listen.*.
   */
  public static NodeSettings register(Settings settings) {
    String id = settings.text("store.id") + "-" + settings.text("register.id");
    LaneId lane = settings.parsed("store.id/register.id", id, LaneId::parse);
    Neighbourhood neighbourhood = Neighbourhood.read(settings, lane);
    return new NodeSettings(
        Role.REGISTER,
        lane.toString(),
        settings.path("data.dir"),
        settings.path("secrets.dir"),
        neighbourhood.listen(settings),
        uplink(settings),
        List.of(lane),
        List.of(),
        DiskLimits.read(settings),
        DeliverySettings.read(settings),
        neighbourhood);
  }

  /** Keys: store.id, data.dir, secrets.dir, listen.*, uplink.*, lanes, disk.*. */
  public static NodeSettings store(Settings settings) {
    return new NodeSettings(
        Role.STORE,
        settings.text("store.id"),
        settings.path("data.dir"),
        settings.path("secrets.dir"),
        listen(settings),
        uplink(settings),
        lanes(settings),
        List.of(),
        DiskLimits.read(settings),
        DeliverySettings.STANDARD,
        Neighbourhood.NONE);
  }

  /**
   * Keys: data.dir, secrets.dir, listen.*, stores, lanes (registers without a store server),
   * disk.*.
   */
  public static NodeSettings hq(Settings settings) {
    return new NodeSettings(
        Role.HQ,
        "HQ",
        settings.path("data.dir"),
        settings.path("secrets.dir"),
        listen(settings),
        null,
        lanes(settings),
        settings.list("stores"),
        DiskLimits.read(settings),
        DeliverySettings.STANDARD,
        Neighbourhood.NONE);
  }

  /** The same register with other neighbours, listening there when it is somebody's neighbour. */
  public NodeSettings with(Neighbourhood other, @Nullable Endpoint listening) {
    return new NodeSettings(
        role, name, dataDir, secretsDir, listening, uplink, lanes, stores, disk, delivery, other);
  }

  /** The lane of a register's node. */
  public LaneId lane() {
    return LaneId.parse(name);
  }

  /** This node's own user at the broker above. */
  public Credentials uplinkCredentials() {
    return credentials(name);
  }

  /**
   * This node's way to the broker above, for its owner to close.
   *
   * @throws NullPointerException when there is none
   */
  public BrokerAccess atUplink() {
    return BrokerAccess.tcp(Objects.requireNonNull(uplink, "no broker above"), uplinkCredentials());
  }

  /** This lane's way to the broker of the register that keeps its copies, when one is named. */
  public Optional<BrokerAccess> atKeeper() {
    Neighbourhood.Keeper keeper = neighbourhood.keeper();
    return keeper == null
        ? Optional.empty()
        : Optional.of(BrokerAccess.tcp(keeper.endpoint(), neighbourCredentials(lane())));
  }

  /** This lane as a user at its neighbour's broker. */
  Credentials neighbourCredentials(LaneId lane) {
    return new Credentials(
        lane.toString(), Settings.secret(secretsDir.resolve(lane + ".neighbour.password")));
  }

  /** A user with the password in its file. */
  public Credentials credentials(String user) {
    return new Credentials(user, Settings.secret(secretsDir.resolve(user + ".password")));
  }

  private static Endpoint listen(Settings settings) {
    return new Endpoint(
        settings.text("listen.host", "127.0.0.1"), settings.port("listen.port", 61616));
  }

  private static Endpoint uplink(Settings settings) {
    return new Endpoint(settings.text("uplink.host"), settings.port("uplink.port", 61616));
  }

  private static List<LaneId> lanes(Settings settings) {
    return settings.list("lanes").stream()
        .map(lane -> settings.parsed("lanes", lane, LaneId::parse))
        .toList();
  }
}
