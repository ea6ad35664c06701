package dev.tillbridge.pricebook.web;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.PricebookSettings;
import dev.tillbridge.pricebook.proposal.ApprovalRule;
import dev.tillbridge.screens.signon.PasswordHash;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.web.WebAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The price-book admin's screens over a real broker; petra and paul may sign on. */
final class PriceScreens implements AutoCloseable {

  static final String PASSWORD = "four eyes";

  final ToldRecords records = new ToldRecords();
  final PriceDesk desk;

  private final PriceBroker hq;
  private final BrokerAccess access;
  private final PriceWeb web;

  private PriceScreens(Path folder, Path mappings, CurrencyUnit currency, int port)
      throws IOException {
    hq = PriceBroker.start(folder);
    access = hq.publisher();
    Clock clock = Clock.systemUTC();
    desk =
        new PriceDesk(
            access,
            new PricebookSettings(
                folder.resolve("pricebook"),
                new ApprovalRule(500, 50),
                LocalTime.parse("03:00"),
                ZoneId.of("Europe/London"),
                currency,
                List.of("S01", "S02")),
            records,
            clock);
    web =
        PriceWeb.start(
            new WebSettings(
                new WebAddress("pricebook.web.port", "127.0.0.1", port),
                People.read(people(folder), Set.of(Role.PRICE_ADMIN)),
                mappings),
            desk,
            clock);
  }

  static PriceScreens over(Path folder, Path mappings, CurrencyUnit currency) throws IOException {
    return over(folder, mappings, currency, 0);
  }

  static PriceScreens over(Path folder, Path mappings, CurrencyUnit currency, int port)
      throws IOException {
    return new PriceScreens(folder, mappings, currency, port);
  }

  private static Path people(Path folder) throws IOException {
    String hash = PasswordHash.hash(PASSWORD, new SecureRandom()).encoded();
    return Files.writeString(
        folder.resolve("price-admins.properties"),
        """
        petra.name = Petra Prices
        petra.role = price-admin
        petra.password = %s
        paul.name = Paul Prices
        paul.role = price-admin
        paul.password = %s
        """
            .formatted(hash, hash));
  }

  String url() {
    return web.url();
  }

  /** HQ's broker dies. */
  void stopBroker() {
    hq.close();
  }

  @Override
  public void close() {
    web.close();
    desk.close();
    access.close();
    hq.close();
  }
}
