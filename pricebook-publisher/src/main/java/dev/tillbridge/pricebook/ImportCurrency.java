package dev.tillbridge.pricebook;

import dev.tillbridge.model.configuration.Settings;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** The one currency of an import: the file's own, HQ's, or both when they agree. */
final class ImportCurrency {

  private ImportCurrency() {}

  static CurrencyUnit of(@Nullable String named, @Nullable Path hqProperties) {
    String ofHq = hqProperties == null ? null : Settings.read(hqProperties).text("currency", "GBP");
    if (named == null && ofHq == null) {
      throw new IllegalArgumentException(
          "No currency is known: write currency: EUR into the file, or give --config HQ.properties.");
    }
    if (named != null && ofHq != null && !named.equals(ofHq)) {
      throw new IllegalArgumentException(
          "The file's currency is %s, HQ's is %s. Nothing was imported.".formatted(named, ofHq));
    }
    String code = named == null ? ofHq : named;
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException(
          "currency is an ISO 4217 code such as EUR; got \"" + code + "\".", e);
    }
  }
}
