package dev.tillbridge.pricebook;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.PricebookSettings;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.records.HqDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where HQ's broker is, and the way there. */
final class HqConnection {

  private static final String USER = "publisher";

  @Option(
      names = "--config",
      required = true,
      paramLabel = "HQ.properties",
      description = "HQ's settings file: where its broker listens, its secrets, its currency.")
  private @Nullable Path config;

  /** What a command does at HQ. */
  interface Work {
    int at(PriceBookPublisher publisher, CurrencyUnit currency) throws Exception;
  }

  /** What a command does at the desk. */
  interface DeskWork {
    int at(PriceDesk desk) throws Exception;
  }

  /** What a program does at the desk that needs more of the settings file. */
  interface ServedWork {
    int at(PriceDesk desk, Settings settings) throws Exception;
  }

  int run(Clock clock, Work work) throws Exception {
    Settings settings = Settings.read(Objects.requireNonNull(config));
    CurrencyUnit currency = PricebookSettings.read(settings).currency();
    try (BrokerAccess access = access(settings);
        PriceBookPublisher publisher = new PriceBookPublisher(access, currency, clock)) {
      return work.at(publisher, currency);
    }
  }

  int atDesk(Clock clock, ServedWork work) throws Exception {
    return atDesk(Objects.requireNonNull(config), clock, work);
  }

  int atDesk(Clock clock, DeskWork work) throws Exception {
    return atDesk(Objects.requireNonNull(config), clock, work);
  }

  /** The same for a command that has its own option for HQ's settings file. */
  static int atDesk(Path config, Clock clock, DeskWork work) throws Exception {
    return atDesk(config, clock, (desk, settings) -> work.at(desk));
  }

  private static int atDesk(Path config, Clock clock, ServedWork work) throws Exception {
    Settings settings = Settings.read(config);
    try (BrokerAccess access = access(settings);
        PriceDesk desk =
            new PriceDesk(
                access, PricebookSettings.read(settings), HqDatabase.of(settings), clock)) {
      return work.at(desk, settings);
    }
  }

  private static BrokerAccess access(Settings settings) {
    NodeSettings hq = NodeSettings.hq(settings);
    Endpoint listen = Objects.requireNonNull(hq.listen());
    return BrokerAccess.patient(reachable(listen), hq.credentials(USER));
  }

  private static Endpoint reachable(Endpoint listen) {
    return "0.0.0.0".equals(listen.host()) ? new Endpoint("127.0.0.1", listen.port()) : listen;
  }
}
