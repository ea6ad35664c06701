package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.web.WebAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the screen needs of HQ's settings file; every key is explained in {@code
 * config/hq.properties}.
 *
 * @param mappings folder of the mappings to choose from
 */
public record WebSettings(WebAddress address, People admins, Path mappings) {

  private static final String PORT = "pricebook.web.port";

  /** Keys: pricebook.web.*, pricebook.admins.file, pricebook.mappings.dir. Empty: no screen. */
  public static Optional<WebSettings> read(Settings settings) {
    if (settings.optionalText("pricebook.admins.file") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new WebSettings(
            new WebAddress(
                PORT,
                settings.text("pricebook.web.host", "127.0.0.1"),
                settings.integer(PORT, 8_090, 0, 65_535)),
            People.read(settings.path("pricebook.admins.file"), Set.of(Role.PRICE_ADMIN)),
            settings.path("pricebook.mappings.dir", "mappings")));
  }
}
