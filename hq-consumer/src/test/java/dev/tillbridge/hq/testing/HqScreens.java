package dev.tillbridge.hq.testing;

import dev.tillbridge.hq.delivery.EpochClosing;
import dev.tillbridge.hq.delivery.RegisterKeys;
import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.stream.ConsumerStatus;
import dev.tillbridge.hq.suspense.ManagersTrust;
import dev.tillbridge.hq.suspense.Remarks;
import dev.tillbridge.hq.suspense.SuspenseDesk;
import dev.tillbridge.hq.web.Desk;
import dev.tillbridge.hq.web.Duties;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.web.WebAddress;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** HQ's screens over some books, with seven messages waiting at a broker that is not there. */
public final class HqScreens {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private HqScreens() {}

  public static HqWeb over(TestBooks books, Path folder) throws IOException {
    return over(books, folder, 0);
  }

  public static HqWeb over(TestBooks books, Path folder, int port) throws IOException {
    Clock clock = Clock.systemUTC();
    ConsumerStatus posting = new ConsumerStatus(ConsumerStatus.State.POSTING, Instant.EPOCH, "");
    Duties duties =
        new Duties(
            new SuspenseDesk(
                books.books(),
                ChartFile.standard(),
                books.ingest()::postSuspended,
                clock.withZone(LONDON)),
            new Remarks(books.books(), clock),
            new ManagersTrust(
                books.books(),
                new RegisterKeys(books.books(), books.ingest(), clock),
                new EpochClosing(books.books(), clock),
                clock));
    Desk desk =
        Desk.of(
            books.books(),
            duties,
            () -> posting,
            () -> 7,
            LONDON,
            CurrencyUnit.of("GBP"),
            clock,
            ChartFile.standard());
    return HqWeb.start(
        new WebAddress("web.port", "127.0.0.1", port),
        desk,
        People.read(Accountant.people(folder), Set.of(Role.ACCOUNTANT, Role.MANAGER)),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }
}
