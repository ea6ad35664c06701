package dev.tillbridge.register;

import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.training.Practice;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.web.WebAddress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A register's settings file; config/register.properties explains each key.
 *
 * @param jposXml the devices, null for simulated ones
 * @param discountLimits what people may take off by hand
 * @param firstTicket count of the first ticket of a new data directory
 * @param firstSession number of the first drawer session of a new data directory
 * @param favourites file of the favourites' keys, null to show what was sold most
 * @param language of the screens
 * @param locale of amounts and dates on the screens
 * @param tenders what is taken as payment
 * @param documents how long prices are promised and what a cancelled layaway costs
 */
public record RegisterSettings(
    NodeSettings node,
    CurrencyUnit currency,
    ZoneId zone,
    WebAddress web,
    Path operators,
    String storeName,
    List<String> receiptHeader,
    @Nullable Path jposXml,
    DiscountLimits discountLimits,
    long firstTicket,
    long firstSession,
    @Nullable Path favourites,
    Locale language,
    Locale locale,
    TenderRules tenders,
    DocumentRules documents) {

  public RegisterSettings {
    receiptHeader = List.copyOf(receiptHeader);
  }

  /**
   * Reads all keys.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting naming file, key, value and what is
   *     allowed
   */
  public static RegisterSettings read(Path file) {
    Settings settings = Settings.read(file);
    var _ = settings.parsed("register.id", settings.text("register.id"), Practice::real);
    CurrencyUnit currency =
        settings.parsed("currency", settings.text("currency", "GBP"), CurrencyUnit::of);
    RegisterSettings read =
        new RegisterSettings(
            NodeSettings.register(settings),
            currency,
            settings.parsed("time.zone", settings.text("time.zone", "Europe/London"), ZoneId::of),
            new WebAddress(
                "web.port",
                settings.text("web.host", "127.0.0.1"),
                settings.port("web.port", 8081)),
            settings.path("operators.file"),
            settings.text("store.name", settings.text("store.id")),
            lines(settings.text("receipt.header", "")),
            settings.optionalText("devices.file") == null ? null : settings.path("devices.file"),
            new DiscountLimits(
                percent(settings, "discount.limit.clerk", 10),
                percent(settings, "discount.limit.supervisor", 30),
                percent(settings, "discount.limit.manager", 100)),
            settings.integer("ticket.first", 1, 1, Integer.MAX_VALUE),
            settings.integer("drawer.session.first", 1, 1, Integer.MAX_VALUE),
            settings.optionalText("favourites.file") == null
                ? null
                : settings.path("favourites.file"),
            settings.parsed("language", settings.text("language", "en"), Words::language),
            settings.parsed("locale", settings.text("locale", "en-GB"), Words::formats),
            TenderSettings.read(settings, currency),
            new DocumentRules(
                settings.integer("quote.days", 14, 1, DocumentRules.DAYS_MAX),
                settings.integer("layaway.instalments", 4, 1, DocumentRules.INSTALMENTS_MAX),
                settings.integer("layaway.interval.days", 14, 1, DocumentRules.DAYS_MAX),
                percent(settings, "layaway.cancel.percent", 10)));
    settings.refuseUnknownKeys();
    return read;
  }

  private static BigDecimal percent(Settings settings, String key, int defaultValue) {
    return BigDecimal.valueOf(settings.integer(key, defaultValue, 0, 100));
  }

  /** Store name first, then the header's own lines. */
  List<String> receiptTop() {
    List<String> top = new ArrayList<>(List.of(storeName));
    top.addAll(receiptHeader);
    return top;
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
