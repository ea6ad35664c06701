package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.identity.LaneId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/** {@code ./tillbridge recover CONFIG.properties LANE}. */
public final class Main {

  static final int DONE = 0;
  static final int FAULT = 1;
  static final int REFUSED = 2;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 2 || args[0].startsWith("-")) {
      err.println(
          "Usage: ./tillbridge recover CONFIG.properties LANE\n"
              + "At a register that is the neighbour of LANE, with that register's settings file,"
              + " while it runs: delivers to HQ what it keeps of LANE's entries. For a lane whose"
              + " disk is lost; with any other it does no harm.");
      return REFUSED;
    }
    try {
      return recover(Settings.read(Path.of(args[0])), LaneId.parse(args[1]), out, err);
    } catch (InvalidSetting | IllegalArgumentException e) {
      err.println(e.getMessage());
      return REFUSED;
    }
  }

  private static int recover(Settings settings, LaneId lane, PrintStream out, PrintStream err) {
    String own = settings.text("store.id") + "-" + settings.text("register.id");
    LaneId neighbour = settings.parsed("store.id/register.id", own, LaneId::parse);
    Neighbourhood neighbourhood = Neighbourhood.read(settings, neighbour);
    Endpoint listen = neighbourhood.listen(settings);
    if (listen == null || !neighbourhood.neighbourOf().contains(lane)) {
      throw new InvalidSetting(
          "%s is not the neighbour of %s: neighbour.of does not name it. Nothing was changed. If it kept copies of it before, name it there again, restart %s and run this again."
              .formatted(own, lane, own));
    }
    Credentials user = RecoverUser.open(settings.path("data.dir"));
    try (BrokerAccess access = BrokerAccess.tcp(listen, user)) {
      tell(lane, own, Recovery.of(lane, access), out);
      return DONE;
    } catch (BrokerUnreachable e) {
      err.printf(
          "Nothing was changed: the register %s does not answer at %s. Start it and run this again."
              + " (%s)%n",
          own, listen, e.getMessage());
    } catch (ActiveMQException e) {
      err.printf(
          "Recovering broke off: %s. Everything is still kept. Run this" + " again.%n",
          e.getMessage());
    }
    return FAULT;
  }

  private static void tell(
      LaneId lane, String own, SortedMap<Long, Recovery.Delivered> delivered, PrintStream out) {
    if (delivered.isEmpty()) {
      out.printf("%s keeps nothing of %s: HQ has confirmed every copy it had.%n", own, lane);
      return;
    }
    delivered.forEach((epoch, part) ->
        out.printf("%s/%d: %,d entries, %s%n", lane, epoch, part.entries(), part.range()));
    out.printf(
        "They are on %s's disk and go up to HQ with its own entries, also after a restart. HQ takes"
            + " each entry once; the copies stay here until it has confirmed them. See the Stream"
            + " page there for what it still lacks.%n",
        own);
  }
}
