package dev.tillbridge.hq;

import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.hq.database.DatabaseAddress;
import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.Enrolment;
import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.web.WebAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * What HQ needs to know to start; every key is explained in {@code config/hq.properties}.
 *
 * @param database absent: HQ runs a PostgreSQL of its own
 * @param postgresPort of that one, 0 for a free port
 */
record HqSettings(
    NodeSettings node,
    Optional<DatabaseAddress> database,
    Path postgresDir,
    int postgresPort,
    WebAddress web,
    ZoneId zone,
    CurrencyUnit currency,
    ChartOfAccounts chart,
    Enrolment enrolment,
    People accountants) {

  static HqSettings read(Settings settings) {
    NodeSettings node = NodeSettings.hq(settings);
    HqSettings read =
        new HqSettings(
            node,
            database(settings),
            node.dataDir().resolve("postgres"),
            settings.integer("postgres.port", 0, 0, 65_535),
            new WebAddress(
                "web.port",
                settings.text("web.host", "127.0.0.1"),
                settings.integer("web.port", 8_080, 0, 65_535)),
            settings.parsed(
                "time.zone", settings.text("time.zone", "Europe/London"), HqSettings::zone),
            settings.parsed("currency", settings.text("currency", "GBP"), HqSettings::currency),
            settings.optionalText("chart.file") == null
                ? ChartFile.standard()
                : ChartFile.read(settings.path("chart.file")),
            settings.parsed(
                "enrolment", settings.text("enrolment", "automatic"), HqSettings::enrolment),
            People.read(settings.path("accountants.file"), Set.of(Role.ACCOUNTANT, Role.MANAGER)));
    settings.leave("pricebook.");
    settings.refuseUnknownKeys();
    return read;
  }

  private static Optional<DatabaseAddress> database(Settings settings) {
    String url = settings.optionalText("database.url");
    if (url == null) {
      settings.optionalText("database.user");
      settings.optionalText("database.password.file");
      return Optional.empty();
    }
    return Optional.of(
        new DatabaseAddress(
            url,
            settings.text("database.user"),
            Settings.secret(settings.path("database.password.file"))));
  }

  /** Whose entries are posted. */
  Admission admission() {
    return Admission.of(node.stores(), node.lanes(), enrolment);
  }

  private static Enrolment enrolment(String text) {
    return switch (text) {
      case "automatic" -> Enrolment.AUTOMATIC;
      case "approve" -> Enrolment.APPROVE;
      default -> throw new IllegalArgumentException("automatic or approve");
    };
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time zone such as Europe/London", e);
    }
  }

  private static CurrencyUnit currency(String text) {
    try {
      return CurrencyUnit.of(text);
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException("an ISO 4217 code such as GBP", e);
    }
  }
}
