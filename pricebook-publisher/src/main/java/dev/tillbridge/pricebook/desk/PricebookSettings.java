package dev.tillbridge.pricebook.desk;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.pricebook.proposal.ApprovalRule;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * What the price-book admin's programs need of HQ's settings file; every key is explained in {@code
 * config/hq.properties}.
 *
 * @param dir where proposals lie
 * @param approval from what on a second person must agree
 * @param nightly when the shops are closed
 * @param zone of the shops' clocks
 * @param stores that may try a book first
 */
public record PricebookSettings(
    Path dir,
    ApprovalRule approval,
    LocalTime nightly,
    ZoneId zone,
    CurrencyUnit currency,
    List<String> stores) {

  private static final int ITEMS_MAX = 10_000_000;
  private static final int PERCENT_MAX = 100_000;

  public PricebookSettings {
    stores = List.copyOf(stores);
  }

  /** Keys: pricebook.*, data.dir, time.zone, currency, stores. */
  public static PricebookSettings read(Settings settings) {
    String dir = settings.optionalText("pricebook.dir");
    return new PricebookSettings(
        dir == null
            ? settings.path("data.dir").resolve("pricebook")
            : settings.path("pricebook.dir"),
        new ApprovalRule(
            settings.integer("pricebook.approval.items", 500, 0, ITEMS_MAX),
            settings.integer("pricebook.approval.percent", 50, 1, PERCENT_MAX)),
        settings.parsed(
            "pricebook.nightly",
            settings.text("pricebook.nightly", "03:00"),
            PricebookSettings::time),
        settings.parsed(
            "time.zone", settings.text("time.zone", "Europe/London"), PricebookSettings::zone),
        currency(settings),
        settings.list("stores"));
  }

  /** The first nightly hour after a moment. */
  public ZonedDateTime nextNight(ZonedDateTime after) {
    ZonedDateTime today = after.toLocalDate().atTime(nightly).atZone(zone);
    return today.isAfter(after)
        ? today
        : after.toLocalDate().plusDays(1).atTime(nightly).atZone(zone);
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time such as 03:00", e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time zone such as Europe/London", e);
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
}
