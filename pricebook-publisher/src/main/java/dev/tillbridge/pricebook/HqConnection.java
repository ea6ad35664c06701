package dev.tillbridge.pricebook;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
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

  int run(Clock clock, Work work) throws Exception {
    Settings settings = Settings.read(Objects.requireNonNull(config));
    NodeSettings hq = NodeSettings.hq(settings);
    CurrencyUnit currency = currency(settings);
    Endpoint listen = Objects.requireNonNull(hq.listen());
    try (BrokerAccess access = BrokerAccess.tcp(reachable(listen), hq.credentials(USER));
        PriceBookPublisher publisher = new PriceBookPublisher(access, currency, clock)) {
      return work.at(publisher, currency);
    }
  }

  private static CurrencyUnit currency(Settings settings) {
    String code = settings.text("currency", "GBP");
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      InvalidSetting wrong = settings.wrong("currency", code, "an ISO 4217 code such as GBP");
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static Endpoint reachable(Endpoint listen) {
    return "0.0.0.0".equals(listen.host()) ? new Endpoint("127.0.0.1", listen.port()) : listen;
  }
}
